window.YTD.tweets.part1 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1859000011122233301"
          ],
          "editableUntil" : "2024-11-20T20:45:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "0",
      "id_str" : "1859000011122233301",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1859000011122233301",
      "possibly_sensitive" : false,
      "created_at" : "Wed Nov 20 19:45:00 +0000 2024",
      "favorited" : false,
      "full_text" : "It is snowing on Pontefract racecourse and a horse is looking at it as if it had been promised otherwise",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1848100011122233302"
          ],
          "editableUntil" : "2024-10-20T18:12:31.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [
          {
            "name" : "brassweek_sample",
            "screen_name" : "brassweek_sample",
            "indices" : [
              "3",
              "20"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "75"
      ],
      "favorite_count" : "0",
      "id_str" : "1848100011122233302",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1848100011122233302",
      "possibly_sensitive" : false,
      "created_at" : "Sun Oct 20 17:12:31 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @brassweek_sample: A tenor horn is a tuba that went to college. Discuss.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1837200011122233303"
          ],
          "editableUntil" : "2024-09-20T21:02:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "0",
      "id_str" : "1837200011122233303",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1837200011122233303",
      "possibly_sensitive" : false,
      "created_at" : "Fri Sep 20 20:02:00 +0000 2024",
      "favorited" : false,
      "full_text" : "Order 4021387765 has now been to Goole twice. I have been to Goole once. The parcel is winning.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1826300011122233304"
          ],
          "editableUntil" : "2024-08-21T10:30:10.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "0",
      "id_str" : "1826300011122233304",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1826300011122233304",
      "possibly_sensitive" : false,
      "created_at" : "Wed Aug 21 09:30:10 +0000 2024",
      "favorited" : false,
      "full_text" : "Best film death: the T. rex and the lawyer. No further questions.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1815400011122233305"
          ],
          "editableUntil" : "2024-07-22T19:48:59.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "70"
      ],
      "favorite_count" : "0",
      "id_str" : "1815400011122233305",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1815400011122233305",
      "possibly_sensitive" : false,
      "created_at" : "Mon Jul 22 18:48:59 +0000 2024",
      "favorited" : false,
      "full_text" : "Holiday reading: Of Mice and Men again. Still cannot get past the dog.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1804500011122233306"
          ],
          "editableUntil" : "2024-06-22T22:05:05.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "44"
      ],
      "favorite_count" : "0",
      "id_str" : "1804500011122233306",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1804500011122233306",
      "possibly_sensitive" : false,
      "created_at" : "Sat Jun 22 21:05:05 +0000 2024",
      "favorited" : false,
      "full_text" : "oh for fuck's sake, extra time AND penalties",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1793600011122233307"
          ],
          "editableUntil" : "2024-05-23T08:47:47.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "91"
      ],
      "favorite_count" : "0",
      "id_str" : "1793600011122233307",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1793600011122233307",
      "possibly_sensitive" : false,
      "created_at" : "Thu May 23 07:47:47 +0000 2024",
      "favorited" : false,
      "full_text" : "Blackbird on the gutter at 4.12 a.m. giving it everything, like a small opera with a grudge",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1782700011122233308"
          ],
          "editableUntil" : "2024-04-23T20:19:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "0",
      "id_str" : "1782700011122233308",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1782700011122233308",
      "possibly_sensitive" : false,
      "created_at" : "Tue Apr 23 19:19:00 +0000 2024",
      "favorited" : false,
      "full_text" : "Happy St George's Day from a man whose grandad was from Gdansk and whose curry is from Bradford",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1771800011122233309"
          ],
          "editableUntil" : "2024-03-24T12:11:11.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "82"
      ],
      "favorite_count" : "0",
      "id_str" : "1771800011122233309",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1771800011122233309",
      "possibly_sensitive" : false,
      "created_at" : "Sun Mar 24 11:11:11 +0000 2024",
      "favorited" : false,
      "full_text" : "If you see a man on a towpath swearing quietly at a derailleur: that is me, hello.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1760900011122233310"
          ],
          "editableUntil" : "2024-02-23T19:00:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "59"
      ],
      "favorite_count" : "0",
      "id_str" : "1760900011122233310",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1760900011122233310",
      "possibly_sensitive" : false,
      "created_at" : "Fri Feb 23 18:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "Pancake two was the best pancake. It is always pancake two.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1750000011122233311"
          ],
          "editableUntil" : "2024-01-24T21:25:25.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "63"
      ],
      "favorite_count" : "0",
      "id_str" : "1750000011122233311",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1750000011122233311",
      "possibly_sensitive" : false,
      "created_at" : "Wed Jan 24 20:25:25 +0000 2024",
      "favorited" : false,
      "full_text" : "Burns night: I am told the haggis must be stabbed with feeling.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1739100011122233312"
          ],
          "editableUntil" : "2023-12-25T10:00:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "61"
      ],
      "favorite_count" : "0",
      "id_str" : "1739100011122233312",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1739100011122233312",
      "possibly_sensitive" : false,
      "created_at" : "Mon Dec 25 09:00:00 +0000 2023",
      "favorited" : false,
      "full_text" : "Merry Christmas. The sprouts are on. They went on in October.",
      "lang" : "en"
    }
  }
]