window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "g.pullan@example.com",
      "createdVia" : "web",
      "username" : "gpullan_sample",
      "accountId" : "1187203344509812736",
      "createdAt" : "2019-10-24T17:20:11.000Z",
      "accountDisplayName" : "Gareth Pullan"
    }
  }
]