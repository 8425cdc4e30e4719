window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Maths teacher at New College Pontefract. Bikes, brass, crumpets. Wrong about most things before coffee.",
        "website" : "https://t.co/GpAbCdEf01",
        "location" : "Ackworth"
      },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/1/sample.jpg",
      "headerMediaUrl" : "https://pbs.twimg.com/profile_banners/1/2"
    }
  }
]