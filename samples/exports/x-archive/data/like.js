window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1964000000000000001",
      "fullText" : "A lock gate, a flask and a heron. That is the whole recipe.",
      "expandedUrl" : "https://twitter.com/i/web/status/1964000000000000001"
    }
  },
  {
    "like" : {
      "tweetId" : "1955000000000000002",
      "fullText" : "Name a better number than 1,729. You can&apos;t.",
      "expandedUrl" : "https://twitter.com/i/web/status/1955000000000000002"
    }
  }
]