window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "448120033-1187203344509812736",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1187203344509812736",
            "reactions" : [],
            "urls" : [],
            "text" : "You are a star. It&apos;s the left crank, by the way. It was always the left crank.",
            "mediaUrls" : [],
            "senderId" : "448120033",
            "id" : "1986990000000000105",
            "createdAt" : "2025-11-08T19:12:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "448120033",
            "reactions" : [],
            "urls" : [],
            "text" : "Ask Bea at the bike co-op, she&apos;s brilliant &amp; cheap: bea.wormald@airedalepost.co.uk. Say Gareth sent you",
            "mediaUrls" : [],
            "senderId" : "1187203344509812736",
            "id" : "1986990000000000104",
            "createdAt" : "2025-11-08T19:10:41.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1187203344509812736",
            "reactions" : [],
            "urls" : [],
            "text" : "does anyone you know mend bottom brackets",
            "mediaUrls" : [],
            "senderId" : "448120033",
            "id" : "1986990000000000103",
            "createdAt" : "2025-11-08T19:05:13.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "448120033",
            "reactions" : [],
            "urls" : [],
            "text" : "Radio gone, leeks safe. I could murder a pint",
            "mediaUrls" : [],
            "senderId" : "1187203344509812736",
            "id" : "1971500000000000102",
            "createdAt" : "2025-09-27T10:01:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1187203344509812736",
            "reactions" : [],
            "urls" : [],
            "text" : "heard about the shed, you OK?",
            "mediaUrls" : [],
            "senderId" : "448120033",
            "id" : "1971500000000000101",
            "createdAt" : "2025-09-27T09:58:30.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  }
]