window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "448120033",
      "userLink" : "https://twitter.com/intent/user?user_id=448120033"
    }
  }
]