window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "1991000011001100110",
      "updatedAt" : "2025-11-19T20:31:05.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Created",
        "originalName" : "Created",
        "annotations" : {}
      },
      "createdAt" : "2025-11-19T20:31:05.000Z",
      "core" : {
        "styletags" : [],
        "urls" : [],
        "text" : "Right, a thread's worth in one go, because people keep asking why I have stopped helping with the brass band's tour. It is not the coach, the weather, or the flat in Bridlington with the owl. It is not the drummer, who is a joy and who once drove forty miles for a mute. I love that band: I have loved it since I was nine and too small for the tenor horn. It is simply that Clive Ollerenshaw embezzled the tour money, all eleven hundred of it, and the committee would rather buy new music stands than say so. There. I have said so. The jumble sale is on the 14th & I shall be on the cake stall as ever.",
        "mentions" : [],
        "cashtags" : [],
        "hashtags" : []
      }
    }
  },
  {
    "noteTweet" : {
      "noteTweetId" : "1972600011001100111",
      "updatedAt" : "2025-09-30T17:05:59.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Created",
        "originalName" : "Created",
        "annotations" : {}
      },
      "createdAt" : "2025-09-30T17:05:59.000Z",
      "core" : {
        "styletags" : [],
        "urls" : [],
        "text" : "A short history of the crumpet in seven paragraphs, none of which will change your mind about jam. The earliest mention we can find is a hard, flat thing cooked on a griddle in the 1690s. Add yeast, and the holes arrive. Add the Victorians, and the rings arrive. Add my grandmother, who was from Mexborough, and the butter arrives in a quantity that would stop a horse. She held that anyone who ate them with a knife and fork was daft as a brush & ought to be sent back to Surrey.",
        "mentions" : [],
        "cashtags" : [],
        "hashtags" : []
      }
    }
  }
]