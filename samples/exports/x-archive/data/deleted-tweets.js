window.YTD.deleted_tweets.part0 = [
  {
    "tweet" : {
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [
          {
            "name" : "ollie_stanc_sample",
            "screen_name" : "ollie_stanc_sample",
            "indices" : [
              "0",
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
        "92"
      ],
      "favorite_count" : "0",
      "id_str" : "1978900011122233400",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1978900011122233400",
      "possibly_sensitive" : false,
      "created_at" : "Fri Oct 17 22:58:12 +0000 2025",
      "favorited" : false,
      "full_text" : "@ollie_stanc_sample you're a smug, talentless worm and everybody in the quiz league knows it",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1978899011122230004",
      "in_reply_to_status_id" : "1978899011122230004",
      "in_reply_to_user_id" : "55120011",
      "in_reply_to_user_id_str" : "55120011",
      "in_reply_to_screen_name" : "ollie_stanc_sample",
      "deleted_at" : "2025-10-18T07:14:03.000Z"
    }
  },
  {
    "tweet" : {
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
        "26"
      ],
      "favorite_count" : "0",
      "id_str" : "1915000011122233401",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1915000011122233401",
      "possibly_sensitive" : false,
      "created_at" : "Wed Apr 23 06:59:59 +0000 2025",
      "favorited" : false,
      "full_text" : "typo typo typo, off to bed",
      "lang" : "en",
      "deleted_at" : "2025-04-23T07:01:20.000Z"
    }
  }
]