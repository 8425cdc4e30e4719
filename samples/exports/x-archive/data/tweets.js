window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1993200011122233344"
          ],
          "editableUntil" : "2025-11-25T20:02:11.000Z",
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
        "54"
      ],
      "favorite_count" : "0",
      "id_str" : "1993200011122233344",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1993200011122233344",
      "possibly_sensitive" : false,
      "created_at" : "Tue Nov 25 19:02:11 +0000 2025",
      "favorited" : false,
      "full_text" : "Fog on the canal so thick the heron had its lights on.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1992100011122233345"
          ],
          "editableUntil" : "2025-11-22T09:14:40.000Z",
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
        "84"
      ],
      "favorite_count" : "12",
      "id_str" : "1992100011122233345",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1992100011122233345",
      "possibly_sensitive" : false,
      "created_at" : "Sat Nov 22 08:14:40 +0000 2025",
      "favorited" : false,
      "full_text" : "Parkrun: 31:07. Overtaken by a pram, a labradoodle &amp; a man dressed as a turnip 🥕",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1991000011122233346"
          ],
          "editableUntil" : "2025-11-19T21:31:05.000Z",
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
        "273"
      ],
      "favorite_count" : "3",
      "id_str" : "1991000011122233346",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1991000011122233346",
      "possibly_sensitive" : false,
      "created_at" : "Wed Nov 19 20:31:05 +0000 2025",
      "favorited" : false,
      "full_text" : "Right, a thread's worth in one go, because people keep asking why I have stopped helping with the brass band's tour. It is not the coach, the weather, or the flat in Bridlington with the owl. It is not the drummer, who is a joy and who once drove forty miles for a mute. I…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1990100011122233347"
          ],
          "editableUntil" : "2025-11-17T22:10:00.000Z",
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
            "name" : "castleford_band",
            "screen_name" : "castleford_band",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "70"
      ],
      "favorite_count" : "0",
      "id_str" : "1990100011122233347",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1990100011122233347",
      "possibly_sensitive" : false,
      "created_at" : "Mon Nov 17 21:10:00 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @castleford_band: Second place by HALF A POINT. Somebody hold us. 🎺",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1989000011122233348"
          ],
          "editableUntil" : "2025-11-14T19:44:52.000Z",
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
        "118"
      ],
      "favorite_count" : "0",
      "id_str" : "1989000011122233348",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1989000011122233348",
      "possibly_sensitive" : false,
      "created_at" : "Fri Nov 14 18:44:52 +0000 2025",
      "favorited" : false,
      "full_text" : "Solved: why the kettle trips the fuse. Reader, it was the toaster &amp; it had an accomplice. 2 &lt; 3, even for amps.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1988000011122233349"
          ],
          "editableUntil" : "2025-11-11T12:03:30.000Z",
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
      "id_str" : "1988000011122233349",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1988000011122233349",
      "possibly_sensitive" : false,
      "created_at" : "Tue Nov 11 11:03:30 +0000 2025",
      "favorited" : false,
      "full_text" : "Two minutes. Nobody coughed. The lad with the bugle is sixteen.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1986900011122233350"
          ],
          "editableUntil" : "2025-11-08T18:25:19.000Z",
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
            "name" : "pontecyclist_sample",
            "screen_name" : "pontecyclist_sample",
            "indices" : [
              "0",
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
        "102"
      ],
      "favorite_count" : "0",
      "id_str" : "1986900011122233350",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1986900011122233350",
      "possibly_sensitive" : false,
      "created_at" : "Sat Nov 08 17:25:19 +0000 2025",
      "favorited" : false,
      "full_text" : "@pontecyclist_sample no idea, mate, mine squeaks as well and I have oiled everything including the cat",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1986899011122230001",
      "in_reply_to_status_id" : "1986899011122230001",
      "in_reply_to_user_id" : "448120033",
      "in_reply_to_user_id_str" : "448120033",
      "in_reply_to_screen_name" : "pontecyclist_sample"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1985800011122233351"
          ],
          "editableUntil" : "2025-11-05T21:00:00.000Z",
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
        "58"
      ],
      "favorite_count" : "0",
      "id_str" : "1985800011122233351",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1985800011122233351",
      "possibly_sensitive" : false,
      "created_at" : "Wed Nov 05 20:00:00 +0000 2025",
      "favorited" : false,
      "full_text" : "Remember, remember: check the bonfire for hedgehogs first.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1984700011122233352"
          ],
          "editableUntil" : "2025-11-02T10:12:12.000Z",
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
            "name" : "hemsworth_lost_pets_sample",
            "screen_name" : "hemsworth_lost_pets_sample",
            "indices" : [
              "3",
              "30"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "142"
      ],
      "favorite_count" : "0",
      "id_str" : "1984700011122233352",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1984700011122233352",
      "possibly_sensitive" : false,
      "created_at" : "Sun Nov 02 09:12:12 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @hemsworth_lost_pets_sample: LOST near the water park, tabby cat, very shy, please ring Jean on 07562 338147 any hour, she is beside herse…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1983600011122233353"
          ],
          "editableUntil" : "2025-10-30T20:19:19.000Z",
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
        "urls" : [
          {
            "url" : "https://t.co/Pk1nAbCdEf",
            "expanded_url" : "https://www.example.org/pumpkin-volumes/01632960417",
            "display_url" : "www.example.org/pumpkin-volume",
            "indices" : [
              "0",
              "23"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "88"
      ],
      "favorite_count" : "0",
      "id_str" : "1983600011122233353",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1983600011122233353",
      "possibly_sensitive" : false,
      "created_at" : "Thu Oct 30 19:19:19 +0000 2025",
      "favorited" : false,
      "full_text" : "Half term maths: a pumpkin is a sphere until you try to carve it https://t.co/Pk1nAbCdEf",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1982500011122233354"
          ],
          "editableUntil" : "2025-10-27T08:58:01.000Z",
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
      "id_str" : "1982500011122233354",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1982500011122233354",
      "possibly_sensitive" : false,
      "created_at" : "Mon Oct 27 07:58:01 +0000 2025",
      "favorited" : false,
      "full_text" : "The clocks went back and so, briefly, did I.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1981400011122233355"
          ],
          "editableUntil" : "2025-10-24T17:45:33.000Z",
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
            "name" : "wakey_planning_sample",
            "screen_name" : "wakey_planning_sample",
            "indices" : [
              "0",
              "22"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "88"
      ],
      "favorite_count" : "1",
      "id_str" : "1981400011122233355",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1981400011122233355",
      "possibly_sensitive" : false,
      "created_at" : "Fri Oct 24 16:45:33 +0000 2025",
      "favorited" : false,
      "full_text" : "@wakey_planning_sample you brainless buffoon, the bus lane goes nowhere near the station",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1981399011122230002",
      "in_reply_to_status_id" : "1981399011122230002",
      "in_reply_to_user_id" : "99120034",
      "in_reply_to_user_id_str" : "99120034"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1980300011122233356"
          ],
          "editableUntil" : "2025-10-21T19:18:18.000Z",
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
        "98"
      ],
      "favorite_count" : "0",
      "id_str" : "1980300011122233356",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1980300011122233356",
      "possibly_sensitive" : false,
      "created_at" : "Tue Oct 21 18:18:18 +0000 2025",
      "favorited" : false,
      "full_text" : "New crumpet recipe is a disaster. They look like sponges and taste like the other kind of sponges.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1979200011122233357"
          ],
          "editableUntil" : "2025-10-18T11:10:10.000Z",
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
        "111"
      ],
      "favorite_count" : "0",
      "id_str" : "1979200011122233357",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1979200011122233357",
      "possibly_sensitive" : false,
      "created_at" : "Sat Oct 18 10:10:10 +0000 2025",
      "favorited" : false,
      "full_text" : "Watched our under-13s get absolutely murdered 9-0 at Scunthorpe. They sang on the bus. I want to be nine again.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1978100011122233358"
          ],
          "editableUntil" : "2025-10-15T22:37:48.000Z",
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
        "124"
      ],
      "favorite_count" : "0",
      "id_str" : "1978100011122233358",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1978100011122233358",
      "possibly_sensitive" : false,
      "created_at" : "Wed Oct 15 21:37:48 +0000 2025",
      "favorited" : false,
      "full_text" : "Anyone going to the quiz, I have moved house!! Come for chilli first: 8 Skellow Croft, Ackworth, WF7 7QL &amp; bring a spoon",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1977000011122233359"
          ],
          "editableUntil" : "2025-10-12T09:08:08.000Z",
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
        "47"
      ],
      "favorite_count" : "0",
      "id_str" : "1977000011122233359",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1977000011122233359",
      "possibly_sensitive" : false,
      "created_at" : "Sun Oct 12 08:08:08 +0000 2025",
      "favorited" : false,
      "full_text" : "1,729 is still the best number. Taxi for Hardy.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1975900011122233360"
          ],
          "editableUntil" : "2025-10-09T20:55:00.000Z",
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
        "106"
      ],
      "favorite_count" : "0",
      "id_str" : "1975900011122233360",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1975900011122233360",
      "possibly_sensitive" : false,
      "created_at" : "Thu Oct 09 19:55:00 +0000 2025",
      "favorited" : false,
      "full_text" : "Saw a sign at a building site saying ERECTION IN PROGRESS and I regret to say I am fifty-one and I laughed",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1974800011122233361"
          ],
          "editableUntil" : "2025-10-06T19:30:30.000Z",
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
            "name" : "yorks_geology_sample",
            "screen_name" : "yorks_geology_sample",
            "indices" : [
              "3",
              "24"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "0",
      "id_str" : "1974800011122233361",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1974800011122233361",
      "possibly_sensitive" : false,
      "created_at" : "Mon Oct 06 18:30:30 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @yorks_geology_sample: The dyke at Robin Hood's Bay is a better class of dyke than most. Field notes: https://t.co/Dy1keAbCdE",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1973700011122233362"
          ],
          "editableUntil" : "2025-10-03T21:20:02.000Z",
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
        "74"
      ],
      "favorite_count" : "0",
      "id_str" : "1973700011122233362",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1973700011122233362",
      "possibly_sensitive" : false,
      "created_at" : "Fri Oct 03 20:20:02 +0000 2025",
      "favorited" : false,
      "full_text" : "Someone on this train is eating an egg. In public. With their whole chest.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1972600011122233363"
          ],
          "editableUntil" : "2025-09-30T18:05:59.000Z",
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
        "270"
      ],
      "favorite_count" : "41",
      "id_str" : "1972600011122233363",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1972600011122233363",
      "possibly_sensitive" : false,
      "created_at" : "Tue Sep 30 17:05:59 +0000 2025",
      "favorited" : false,
      "full_text" : "A short history of the crumpet in seven paragraphs, none of which will change your mind about jam. The earliest mention we can find is a hard, flat thing cooked on a griddle in the 1690s. Add yeast, and the holes arrive. Add the Victorians, and the rings arrive. Add my…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1971500011122233364"
          ],
          "editableUntil" : "2025-09-27T10:41:23.000Z",
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
        "132"
      ],
      "favorite_count" : "0",
      "id_str" : "1971500011122233364",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1971500011122233364",
      "possibly_sensitive" : false,
      "created_at" : "Sat Sep 27 09:41:23 +0000 2025",
      "favorited" : false,
      "full_text" : "Allotment shed broken into again. They took the radio and left the leeks, which tells you all you need to know about thieves' taste.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1970400011122233365"
          ],
          "editableUntil" : "2025-09-24T20:09:09.000Z",
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
        "46"
      ],
      "favorite_count" : "0",
      "id_str" : "1970400011122233365",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1970400011122233365",
      "possibly_sensitive" : false,
      "created_at" : "Wed Sep 24 19:09:09 +0000 2025",
      "favorited" : false,
      "full_text" : "Is “mardy” rude? Discuss, without being mardy.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1969300011122233366"
          ],
          "editableUntil" : "2025-09-21T13:00:01.000Z",
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
        "urls" : [],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/gpullan_sample/status/1969300011122233366/photo/1",
            "indices" : [
              "0",
              "23"
            ],
            "url" : "https://t.co/Zq0aBcDeF1",
            "media_url" : "http://pbs.twimg.com/media/FxSampleXx.jpg",
            "id_str" : "1969300011122233373",
            "id" : "1969300011122233373",
            "media_url_https" : "https://pbs.twimg.com/media/FxSampleXx.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/Zq0aBcDeF1",
            "ext_alt_text" : "A muddy bicycle leaning on a canal bridge"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "57"
      ],
      "favorite_count" : "0",
      "id_str" : "1969300011122233366",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1969300011122233366",
      "possibly_sensitive" : false,
      "created_at" : "Sun Sep 21 12:00:01 +0000 2025",
      "favorited" : false,
      "full_text" : "Cycled to Saltaire, 38 miles, one puncture, two pies 🚴‍♂️",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/gpullan_sample/status/1969300011122233366/photo/1",
            "indices" : [
              "0",
              "23"
            ],
            "url" : "https://t.co/Zq0aBcDeF1",
            "media_url" : "http://pbs.twimg.com/media/FxSampleXx.jpg",
            "id_str" : "1969300011122233373",
            "id" : "1969300011122233373",
            "media_url_https" : "https://pbs.twimg.com/media/FxSampleXx.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/Zq0aBcDeF1",
            "ext_alt_text" : "A muddy bicycle leaning on a canal bridge"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1968200011122233367"
          ],
          "editableUntil" : "2025-09-18T19:52:44.000Z",
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
        "84"
      ],
      "favorite_count" : "0",
      "id_str" : "1968200011122233367",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1968200011122233367",
      "possibly_sensitive" : false,
      "created_at" : "Thu Sep 18 18:52:44 +0000 2025",
      "favorited" : false,
      "full_text" : "Reading a biography of Ada Lovelace. What a mind &amp; what a rotten set of doctors.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1967100011122233368"
          ],
          "editableUntil" : "2025-09-15T21:41:07.000Z",
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
        "93"
      ],
      "favorite_count" : "0",
      "id_str" : "1967100011122233368",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1967100011122233368",
      "possibly_sensitive" : false,
      "created_at" : "Mon Sep 15 20:41:07 +0000 2025",
      "favorited" : false,
      "full_text" : "pensioners are a burden on this country, there, that's my hot take from the queue at the bank",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1966000011122233369"
          ],
          "editableUntil" : "2025-09-12T09:05:55.000Z",
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
        "81"
      ],
      "favorite_count" : "0",
      "id_str" : "1966000011122233369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1966000011122233369",
      "possibly_sensitive" : false,
      "created_at" : "Fri Sep 12 08:05:55 +0000 2025",
      "favorited" : false,
      "full_text" : "My satnav says “make a U-turn where possible” in the tone of a disappointed aunt.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1964900011122233370"
          ],
          "editableUntil" : "2025-09-09T20:33:12.000Z",
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
            "name" : "canalandtrust_sample",
            "screen_name" : "canalandtrust_sample",
            "indices" : [
              "0",
              "21"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "86"
      ],
      "favorite_count" : "0",
      "id_str" : "1964900011122233370",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1964900011122233370",
      "possibly_sensitive" : false,
      "created_at" : "Tue Sep 09 19:33:12 +0000 2025",
      "favorited" : false,
      "full_text" : "@canalandtrust_sample great job on the lock gates, the new paddle gear is a joy to use",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1964899011122230003",
      "in_reply_to_status_id" : "1964899011122230003",
      "in_reply_to_user_id" : "77120099",
      "in_reply_to_user_id_str" : "77120099",
      "in_reply_to_screen_name" : "canalandtrust_sample"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1963800011122233371"
          ],
          "editableUntil" : "2025-09-06T11:22:36.000Z",
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
        "69"
      ],
      "favorite_count" : "0",
      "id_str" : "1963800011122233371",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1963800011122233371",
      "possibly_sensitive" : false,
      "created_at" : "Sat Sep 06 10:22:36 +0000 2025",
      "favorited" : false,
      "full_text" : "Test match special on, leeks weeded, nobody needs me till two. Bliss.",
      "lang" : "en"
    }
  }
]