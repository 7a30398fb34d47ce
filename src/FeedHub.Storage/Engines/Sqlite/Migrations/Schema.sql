CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "Counters" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Counters" PRIMARY KEY,
    "Value" INTEGER NOT NULL
);
CREATE TABLE "ItemKeys" ("SourceId" INTEGER NOT NULL, "Hash" INTEGER NOT NULL, "ItemId" INTEGER NULL, CONSTRAINT "PK_ItemKeys" PRIMARY KEY ("SourceId", "Hash")) WITHOUT ROWID
;
CREATE TABLE "Sources" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Sources" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "UrlKey" TEXT NOT NULL,
    "FormerUrl" TEXT NULL,
    "Title" TEXT NULL,
    "FeedTitle" TEXT NULL,
    "Link" TEXT NULL,
    "Language" TEXT NULL,
    "FeedLanguage" TEXT NULL,
    "TimeZone" TEXT NULL,
    "Categories" TEXT NOT NULL,
    "Interval" INTEGER NULL,
    "Content" TEXT NOT NULL,
    "Headers" TEXT NOT NULL,
    "Enabled" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "StateSince" INTEGER NOT NULL,
    "Error" TEXT NULL,
    "ReadingNote" TEXT NULL,
    "ETag" TEXT NULL,
    "LastModified" TEXT NULL,
    "BodyHash" TEXT NULL,
    "BodyBytes" INTEGER NOT NULL,
    "Hints" TEXT NOT NULL,
    "NextPollAt" INTEGER NULL,
    "LastPollAt" INTEGER NULL,
    "LastSuccessAt" INTEGER NULL,
    "LeaseUntil" INTEGER NULL,
    "Failures" INTEGER NOT NULL,
    "EffectiveInterval" INTEGER NULL,
    "Identity" TEXT NOT NULL,
    "IdentityNote" TEXT NULL,
    "ItemCount" INTEGER NOT NULL,
    "StoryCount" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL
, "OfferedFeeds" TEXT NOT NULL DEFAULT '[]', "FeedIcon" TEXT NULL, "FeedRights" TEXT NULL, "Furniture" BLOB NULL, "HeadersUrl" TEXT NULL, "IdentityPinned" INTEGER NOT NULL DEFAULT 0, "MovedAt" INTEGER NULL, "Rhythm" TEXT NULL, "TakenUrl" TEXT NULL, "ChangedAt" INTEGER NOT NULL DEFAULT 0, "Delay" INTEGER NULL, "IntervalWhy" TEXT NULL, "ItemsADay" REAL NULL, "Host" TEXT NOT NULL DEFAULT '', "Folder" TEXT NULL, "Version" INTEGER NOT NULL DEFAULT 0, "LeftUrl" TEXT NULL, "HidesNews" INTEGER NOT NULL DEFAULT 0, "InFullAt" INTEGER NULL, "FoundSelectors" TEXT NULL, "Kind" TEXT NOT NULL DEFAULT 'Feed', "Robots" TEXT NOT NULL DEFAULT 'Obey', "Selectors" TEXT NULL);
CREATE TABLE "Stories" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Stories" PRIMARY KEY AUTOINCREMENT,
    "EntryId" TEXT NOT NULL,
    "LeadItemId" INTEGER NOT NULL,
    "SortAt" INTEGER NOT NULL,
    "FirstSeenAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "Language" TEXT NULL
, "PublishedAt" INTEGER NOT NULL DEFAULT 0, "ChangeNumber" INTEGER NOT NULL DEFAULT 0, "HiddenAt" INTEGER NULL, "HiddenReason" TEXT NULL, "IsDropped" INTEGER NOT NULL DEFAULT 0, "EventByAdmin" INTEGER NULL, "EventId" INTEGER NULL, "EventScore" REAL NULL);
CREATE TABLE "StoryCategories" ("Slug" TEXT NOT NULL, "SortAt" INTEGER NOT NULL, "StoryId" INTEGER NOT NULL, CONSTRAINT "PK_StoryCategories" PRIMARY KEY ("Slug", "SortAt", "StoryId")) WITHOUT ROWID
;
CREATE TABLE "StoryKeys" (
    "Hash" INTEGER NOT NULL CONSTRAINT "PK_StoryKeys" PRIMARY KEY,
    "StoryId" INTEGER NOT NULL
);
CREATE TABLE "StorySources" ("SourceId" INTEGER NOT NULL, "SortAt" INTEGER NOT NULL, "StoryId" INTEGER NOT NULL, CONSTRAINT "PK_StorySources" PRIMARY KEY ("SourceId", "SortAt", "StoryId")) WITHOUT ROWID
;
CREATE TABLE "Declarations" (
    "UrlKey" TEXT NOT NULL CONSTRAINT "PK_Declarations" PRIMARY KEY,
    "Fingerprint" TEXT NOT NULL,
    "SourceId" INTEGER NULL,
    CONSTRAINT "FK_Declarations_Sources_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Sources" ("Id") ON DELETE SET NULL
);
CREATE TABLE "Polls" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Polls" PRIMARY KEY AUTOINCREMENT,
    "SourceId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "Duration" INTEGER NOT NULL,
    "Status" INTEGER NULL,
    "Outcome" TEXT NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "NewItems" INTEGER NOT NULL,
    "ChangedItems" INTEGER NOT NULL,
    "Error" TEXT NULL, "MergedItems" INTEGER NOT NULL DEFAULT 0, "Note" TEXT NULL,
    CONSTRAINT "FK_Polls_Sources_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Sources" ("Id") ON DELETE CASCADE
);
CREATE TABLE "Items" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Items" PRIMARY KEY AUTOINCREMENT,
    "SourceId" INTEGER NOT NULL,
    "StoryId" INTEGER NOT NULL,
    "Guid" TEXT NULL,
    "Url" TEXT NULL,
    "CanonicalUrl" TEXT NULL,
    "Title" TEXT NULL,
    "Authors" TEXT NOT NULL,
    "PublishedAt" INTEGER NULL,
    "DateGuessed" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NULL,
    "FirstSeenAt" INTEGER NOT NULL,
    "SortAt" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "PublisherCategories" TEXT NOT NULL,
    "SummaryHtml" TEXT NULL,
    "BaseUrl" TEXT NULL,
    "ContentHtml" TEXT NULL,
    "Image" TEXT NULL,
    "Enclosures" TEXT NOT NULL,
    "Language" TEXT NULL,
    "Tags" TEXT NOT NULL,
    "ContentHash" INTEGER NOT NULL,
    "Why" TEXT NULL, "ImageHeight" INTEGER NULL, "ImageWidth" INTEGER NULL, "CategoryLabelId" INTEGER NULL, "OwnSite" INTEGER NOT NULL DEFAULT 0, "Score" REAL NULL, "Signals" TEXT NOT NULL DEFAULT '[]', "TextHash" INTEGER NOT NULL DEFAULT 0, "TextLength" INTEGER NOT NULL DEFAULT 0, "Dropped" TEXT NULL, "Origin" TEXT NULL, "ArrivedAt" INTEGER NULL, "Article" TEXT NULL,
    CONSTRAINT "FK_Items_Sources_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Sources" ("Id"),
    CONSTRAINT "FK_Items_Stories_StoryId" FOREIGN KEY ("StoryId") REFERENCES "Stories" ("Id")
);
CREATE INDEX "IX_Declarations_SourceId" ON "Declarations" ("SourceId");
CREATE INDEX "IX_Items_SortAt_Id" ON "Items" ("SortAt", "Id");
CREATE INDEX "IX_Items_SourceId_SortAt_Id" ON "Items" ("SourceId", "SortAt", "Id");
CREATE INDEX "IX_Items_StoryId" ON "Items" ("StoryId");
CREATE INDEX "IX_Polls_At" ON "Polls" ("At");
CREATE INDEX "IX_Polls_SourceId_At" ON "Polls" ("SourceId", "At");
CREATE INDEX "IX_Sources_NextPollAt" ON "Sources" ("NextPollAt");
CREATE UNIQUE INDEX "IX_Sources_Slug" ON "Sources" ("Slug");
CREATE UNIQUE INDEX "IX_Sources_UrlKey" ON "Sources" ("UrlKey");
CREATE UNIQUE INDEX "IX_Stories_EntryId" ON "Stories" ("EntryId");
CREATE INDEX "IX_Stories_Language_SortAt_Id" ON "Stories" ("Language", "SortAt", "Id");
CREATE INDEX "IX_Stories_SortAt_Id" ON "Stories" ("SortAt", "Id");
CREATE INDEX "IX_StoryCategories_StoryId" ON "StoryCategories" ("StoryId");
CREATE INDEX "IX_StoryKeys_StoryId" ON "StoryKeys" ("StoryId");
CREATE TABLE "CategoryLabels" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CategoryLabels" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "Title" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Language" TEXT NULL,
    "Slugs" TEXT NOT NULL
);
CREATE TABLE "Doubts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Doubts" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "ItemId" INTEGER NOT NULL,
    "StoryId" INTEGER NOT NULL,
    "Score" REAL NOT NULL,
    "Distance" REAL NOT NULL,
    "IsSame" INTEGER NOT NULL,
    "Signals" TEXT NOT NULL,
    "Why" TEXT NOT NULL
);
CREATE TABLE "Fingerprints" (
    "ItemId" INTEGER NOT NULL CONSTRAINT "PK_Fingerprints" PRIMARY KEY,
    "SourceId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "Bytes" BLOB NOT NULL
);
CREATE TABLE "Habits" ("SourceId" INTEGER NOT NULL, "Sign" TEXT NOT NULL, "Slug" TEXT NOT NULL, "Items" INTEGER NOT NULL, "SeenAt" INTEGER NOT NULL, CONSTRAINT "PK_Habits" PRIMARY KEY ("SourceId", "Sign", "Slug")) WITHOUT ROWID
;
CREATE TABLE "Hosts" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Hosts" PRIMARY KEY,
    "Since" INTEGER NOT NULL,
    "LastRequestAt" INTEGER NOT NULL,
    "Requests" INTEGER NOT NULL,
    "NotModified" INTEGER NOT NULL,
    "Throttled" INTEGER NOT NULL,
    "BytesReceived" INTEGER NOT NULL,
    "BytesSaved" INTEGER NOT NULL,
    "SmallestGap" INTEGER NULL,
    "RestUntil" INTEGER NULL,
    "RestReason" TEXT NULL,
    "Strikes" INTEGER NOT NULL
);
CREATE TABLE "HubRequests" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_HubRequests" PRIMARY KEY AUTOINCREMENT,
    "Mode" TEXT NOT NULL,
    "BaseUrl" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "TopicUrl" TEXT NOT NULL,
    "Callback" TEXT NOT NULL,
    "CallbackHost" TEXT NOT NULL,
    "Secret" TEXT NULL,
    "Lease" INTEGER NOT NULL,
    "RequestedAt" INTEGER NOT NULL,
    "Failures" INTEGER NOT NULL,
    "NextTryAt" INTEGER NOT NULL
, "KeyId" INTEGER NULL, "ToldChange" INTEGER NOT NULL DEFAULT 0, "ToldUntil" INTEGER NOT NULL DEFAULT 0);
CREATE TABLE "HubSubscribers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_HubSubscribers" PRIMARY KEY AUTOINCREMENT,
    "BaseUrl" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Callback" TEXT NOT NULL,
    "CallbackHost" TEXT NOT NULL,
    "Secret" TEXT NULL,
    "LeaseUntil" INTEGER NOT NULL,
    "ToldUntil" INTEGER NOT NULL,
    "DueAt" INTEGER NULL,
    "Failures" INTEGER NOT NULL,
    "Error" TEXT NULL
, "KeyId" INTEGER NULL, "ToldChange" INTEGER NOT NULL DEFAULT 0);
CREATE TABLE "JoinedStories" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_JoinedStories" PRIMARY KEY,
    "StoryId" INTEGER NOT NULL,
    "LeadItemId" INTEGER NOT NULL
);
CREATE TABLE "Labels" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Labels" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "IsSame" INTEGER NOT NULL,
    "First" TEXT NOT NULL,
    "Second" TEXT NOT NULL
);
CREATE TABLE "Listings" (
    "SourceId" INTEGER NOT NULL CONSTRAINT "PK_Listings" PRIMARY KEY,
    "Items" TEXT NOT NULL
, "Last" BLOB NULL);
CREATE TABLE "ModelVersions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ModelVersions" PRIMARY KEY AUTOINCREMENT,
    "TrainedAt" INTEGER NOT NULL,
    "Examples" INTEGER NOT NULL,
    "Corrections" INTEGER NOT NULL,
    "HeldBack" INTEGER NOT NULL,
    "Score" REAL NOT NULL,
    "FormerScore" REAL NOT NULL,
    "Model" BLOB NULL,
    "InUse" INTEGER NOT NULL
);
CREATE TABLE "PublisherAliases" (
    "Word" TEXT COLLATE NOCASE NOT NULL CONSTRAINT "PK_PublisherAliases" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);
CREATE TABLE "Retags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Retags" PRIMARY KEY AUTOINCREMENT,
    "Reason" TEXT NOT NULL,
    "SourceId" INTEGER NULL,
    "Fingerprint" TEXT NULL,
    "RequestedAt" INTEGER NOT NULL,
    "FinishedAt" INTEGER NULL,
    "Total" INTEGER NOT NULL,
    "Done" INTEGER NOT NULL,
    "Changed" INTEGER NOT NULL,
    "Before" INTEGER NULL,
    "Superseded" INTEGER NOT NULL
);
CREATE TABLE "SourceSentences" (
    "SourceId" INTEGER NOT NULL CONSTRAINT "PK_SourceSentences" PRIMARY KEY,
    "Bytes" BLOB NOT NULL,
    CONSTRAINT "FK_SourceSentences_Sources_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Sources" ("Id") ON DELETE CASCADE
);
CREATE TABLE "StoriesApart" (
    "StoryId" INTEGER NOT NULL,
    "FromId" INTEGER NOT NULL,
    CONSTRAINT "PK_StoriesApart" PRIMARY KEY ("StoryId", "FromId")
);
CREATE TABLE "Subscriptions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Subscriptions" PRIMARY KEY AUTOINCREMENT,
    "SourceId" INTEGER NULL,
    "Hub" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Token" TEXT NOT NULL,
    "Secret" TEXT NOT NULL,
    "Callback" TEXT NULL,
    "AskAt" INTEGER NULL,
    "AskedAt" INTEGER NULL,
    "LeaseUntil" INTEGER NULL,
    "PushesCome" INTEGER NOT NULL,
    "LastPushAt" INTEGER NULL,
    "Pushes" INTEGER NOT NULL,
    "PushedItems" INTEGER NOT NULL,
    "RefusedPushes" INTEGER NOT NULL,
    "Refusal" TEXT NULL,
    "Failures" INTEGER NOT NULL,
    "Note" TEXT NULL,
    CONSTRAINT "FK_Subscriptions_Sources_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Sources" ("Id") ON DELETE SET NULL
);
CREATE INDEX "IX_Stories_FirstSeenAt" ON "Stories" ("FirstSeenAt");
CREATE INDEX "IX_Items_CategoryLabelId" ON "Items" ("CategoryLabelId") WHERE CategoryLabelId IS NOT NULL;
CREATE INDEX "IX_Items_Corrected" ON "Items" ("StoryId") WHERE CategoryLabelId IS NOT NULL;
CREATE INDEX "IX_Items_Merged" ON "Items" ("Id") WHERE Score IS NOT NULL;
CREATE INDEX "IX_Doubts_Distance" ON "Doubts" ("Distance");
CREATE INDEX "IX_Doubts_ItemId" ON "Doubts" ("ItemId");
CREATE INDEX "IX_Doubts_StoryId" ON "Doubts" ("StoryId");
CREATE UNIQUE INDEX "IX_HubRequests_BaseUrl_Topic_Callback" ON "HubRequests" ("BaseUrl", "Topic", "Callback");
CREATE INDEX "IX_HubRequests_NextTryAt" ON "HubRequests" ("NextTryAt");
CREATE UNIQUE INDEX "IX_HubSubscribers_BaseUrl_Topic_Callback" ON "HubSubscribers" ("BaseUrl", "Topic", "Callback");
CREATE INDEX "IX_HubSubscribers_DueAt" ON "HubSubscribers" ("DueAt");
CREATE INDEX "IX_JoinedStories_StoryId" ON "JoinedStories" ("StoryId");
CREATE INDEX "IX_Retags_FinishedAt" ON "Retags" ("FinishedAt");
CREATE INDEX "IX_StoriesApart_FromId" ON "StoriesApart" ("FromId");
CREATE INDEX "IX_Subscriptions_AskAt" ON "Subscriptions" ("AskAt");
CREATE UNIQUE INDEX "IX_Subscriptions_SourceId" ON "Subscriptions" ("SourceId");
CREATE UNIQUE INDEX "IX_Subscriptions_Token" ON "Subscriptions" ("Token");
CREATE TABLE "AdminSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AdminSessions" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "Address" TEXT NULL,
    "Browser" TEXT NULL,
    "BeganAt" INTEGER NOT NULL,
    "SeenAt" INTEGER NOT NULL
);
CREATE TABLE "ApiKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ApiKeys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT COLLATE NOCASE NOT NULL,
    "Hash" TEXT NOT NULL,
    "Begins" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "MadeAt" INTEGER NOT NULL,
    "MadeBy" TEXT NOT NULL,
    "UsedAt" INTEGER NULL
);
CREATE TABLE "AuditEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditEntries" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Who" TEXT NOT NULL,
    "Role" TEXT NULL,
    "Address" TEXT NULL,
    "Area" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "Target" TEXT NULL,
    "Before" TEXT NOT NULL,
    "After" TEXT NOT NULL
);
CREATE TABLE "HealthEvents" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_HealthEvents" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Source" TEXT NULL,
    "SourceTitle" TEXT NULL,
    "Text" TEXT NOT NULL
);
CREATE TABLE "HourCounts" (
    "Hour" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" INTEGER NOT NULL,
    CONSTRAINT "PK_HourCounts" PRIMARY KEY ("Hour", "Name")
);
CREATE TABLE "Imports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Imports" PRIMARY KEY AUTOINCREMENT,
    "RequestedAt" INTEGER NOT NULL,
    "FinishedAt" INTEGER NULL,
    "Name" TEXT NOT NULL,
    "Total" INTEGER NOT NULL,
    "Done" INTEGER NOT NULL,
    "Note" TEXT NULL
);
CREATE TABLE "StoredPasswords" (
    "Role" TEXT NOT NULL CONSTRAINT "PK_StoredPasswords" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "SetAt" INTEGER NOT NULL
);
CREATE TABLE "ImportLines" (
    "ImportId" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Url" TEXT NOT NULL,
    "Title" TEXT NULL,
    "Language" TEXT NULL,
    "Categories" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Words" TEXT NULL,
    "SourceSlug" TEXT NULL, "Folder" TEXT NULL, "Own" TEXT NULL,
    CONSTRAINT "PK_ImportLines" PRIMARY KEY ("ImportId", "Place"),
    CONSTRAINT "FK_ImportLines_Imports_ImportId" FOREIGN KEY ("ImportId") REFERENCES "Imports" ("Id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_ApiKeys_Hash" ON "ApiKeys" ("Hash");
CREATE UNIQUE INDEX "IX_ApiKeys_Name" ON "ApiKeys" ("Name");
CREATE INDEX "IX_AuditEntries_Area_Id" ON "AuditEntries" ("Area", "Id");
CREATE INDEX "IX_AuditEntries_At" ON "AuditEntries" ("At");
CREATE UNIQUE INDEX "IX_HealthEvents_At" ON "HealthEvents" ("At");
CREATE INDEX "IX_Stories_PublishedAt_Id" ON "Stories" ("PublishedAt", "Id");
CREATE INDEX "IX_Sources_Host" ON "Sources" ("Host");
CREATE TABLE "DeclaredParts" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_DeclaredParts" PRIMARY KEY,
    "Json" TEXT NOT NULL,
    "FileHash" TEXT NOT NULL
);
CREATE TABLE "ErasedKeys" (
    "Hash" INTEGER NOT NULL CONSTRAINT "PK_ErasedKeys" PRIMARY KEY
);
CREATE TABLE "ErasedStories" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ErasedStories" PRIMARY KEY,
    "At" INTEGER NOT NULL
);
CREATE INDEX "IX_Stories_HiddenAt" ON "Stories" ("HiddenAt") WHERE HiddenAt IS NOT NULL;
CREATE INDEX "IX_Stories_IsDropped" ON "Stories" ("IsDropped") WHERE IsDropped;
CREATE INDEX "IX_Items_Dropped_SortAt" ON "Items" ("Dropped", "SortAt") WHERE Dropped IS NOT NULL;
CREATE TABLE "OwnFeeds" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_OwnFeeds" PRIMARY KEY,
    "Title" TEXT NULL,
    "Description" TEXT NULL,
    "Filter" TEXT NULL,
    "Order" TEXT NULL,
    "Limit" INTEGER NULL,
    "Place" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);
CREATE TABLE "Readership" (
    "Day" INTEGER NOT NULL,
    "Path" TEXT NOT NULL,
    "Agent" TEXT NOT NULL,
    "Readers" INTEGER NOT NULL,
    "Stated" INTEGER NOT NULL,
    "LastAt" INTEGER NOT NULL,
    CONSTRAINT "PK_Readership" PRIMARY KEY ("Day", "Path", "Agent")
);
CREATE UNIQUE INDEX "IX_StorySources_StoryId_SourceId" ON "StorySources" ("StoryId", "SourceId");
CREATE TABLE "RememberedKeys" (
    "Hash" INTEGER NOT NULL,
    "StoryId" INTEGER NOT NULL,
    CONSTRAINT "PK_RememberedKeys" PRIMARY KEY ("Hash", "StoryId")
);
CREATE TABLE "RememberedStories" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RememberedStories" PRIMARY KEY,
    "HiddenAt" INTEGER NULL,
    "HiddenReason" TEXT NULL
);
CREATE INDEX "IX_RememberedKeys_StoryId" ON "RememberedKeys" ("StoryId");
CREATE TABLE "AlertReceivers" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_AlertReceivers" PRIMARY KEY,
    "ToldUntil" INTEGER NOT NULL,
    "Failures" INTEGER NOT NULL,
    "NextTryAt" INTEGER NULL,
    "Error" TEXT NULL
);
CREATE TABLE "Briefings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Briefings" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "AskedAt" INTEGER NOT NULL
);
CREATE TABLE "Editions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Editions" PRIMARY KEY AUTOINCREMENT,
    "BriefingId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "Content" TEXT NOT NULL
);
CREATE TABLE "EventQueue" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_EventQueue" PRIMARY KEY AUTOINCREMENT,
    "StoryId" INTEGER NOT NULL,
    "EventId" INTEGER NULL
);
CREATE TABLE "Events" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Events" PRIMARY KEY AUTOINCREMENT,
    "IntoId" INTEGER NULL,
    "Stories" INTEGER NOT NULL,
    "Sources" INTEGER NOT NULL,
    "LastAt" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);
CREATE INDEX "IX_Stories_EventId" ON "Stories" ("EventId") WHERE EventId IS NOT NULL;
CREATE UNIQUE INDEX "IX_Briefings_Key" ON "Briefings" ("Key");
CREATE UNIQUE INDEX "IX_Editions_BriefingId_At" ON "Editions" ("BriefingId", "At");
CREATE INDEX "IX_Events_IntoId" ON "Events" ("IntoId") WHERE IntoId IS NOT NULL;
CREATE INDEX "IX_Events_Sources_Id" ON "Events" ("Sources", "Id");
CREATE TRIGGER EventNewStory AFTER INSERT ON Stories BEGIN
  INSERT INTO EventQueue (StoryId, EventId) VALUES (new.Id, new.EventId); END;
CREATE TRIGGER EventChangedStory AFTER UPDATE OF ChangeNumber ON Stories BEGIN
  INSERT INTO EventQueue (StoryId, EventId) VALUES (new.Id, new.EventId); END;
CREATE TRIGGER EventGoneStory AFTER DELETE ON Stories BEGIN
  INSERT INTO EventQueue (StoryId, EventId) VALUES (old.Id, old.EventId); END;
CREATE TABLE "KeptRobots" (
    "Origin" TEXT NOT NULL CONSTRAINT "PK_KeptRobots" PRIMARY KEY,
    "AskedAt" INTEGER NOT NULL,
    "Until" INTEGER NOT NULL,
    "Status" INTEGER NULL,
    "Body" BLOB NULL
);
CREATE TABLE "QueuedPages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_QueuedPages" PRIMARY KEY AUTOINCREMENT,
    "SourceId" INTEGER NOT NULL,
    "ItemKey" INTEGER NOT NULL,
    "Url" TEXT NOT NULL,
    "Host" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "ContentHash" INTEGER NOT NULL,
    "SortAt" INTEGER NOT NULL,
    "FoundAt" INTEGER NOT NULL,
    "WaitsUntil" INTEGER NULL,
    "DueAt" INTEGER NULL,
    "Tries" INTEGER NOT NULL,
    "Error" TEXT NULL,
    CONSTRAINT "FK_QueuedPages_Sources_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Sources" ("Id") ON DELETE CASCADE
);
CREATE TABLE "SourcePages" (
    "SourceId" INTEGER NOT NULL CONSTRAINT "PK_SourcePages" PRIMARY KEY,
    "Read" INTEGER NOT NULL,
    "Refused" INTEGER NOT NULL,
    "Empty" INTEGER NOT NULL,
    "RefusedInARow" INTEGER NOT NULL,
    "LastAt" INTEGER NULL,
    "RestsUntil" INTEGER NULL,
    "HasEnded" INTEGER NOT NULL,
    "Why" TEXT NULL,
    CONSTRAINT "FK_SourcePages_Sources_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Sources" ("Id") ON DELETE CASCADE
);
CREATE INDEX "IX_KeptRobots_Until" ON "KeptRobots" ("Until");
CREATE INDEX "IX_QueuedPages_DueAt" ON "QueuedPages" ("DueAt");
CREATE INDEX "IX_QueuedPages_Host_SortAt_Id" ON "QueuedPages" ("Host", "SortAt", "Id");
CREATE UNIQUE INDEX "IX_QueuedPages_SourceId_ItemKey" ON "QueuedPages" ("SourceId", "ItemKey");
CREATE INDEX "IX_QueuedPages_WaitsUntil" ON "QueuedPages" ("WaitsUntil") WHERE WaitsUntil IS NOT NULL;
CREATE TABLE "DeletedSources" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DeletedSources" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "UrlKey" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "DeletedAt" INTEGER NOT NULL,
    "Declared" TEXT NOT NULL,
    "Identity" TEXT NULL
);
CREATE INDEX "IX_DeletedSources_DeletedAt" ON "DeletedSources" ("DeletedAt");
CREATE UNIQUE INDEX "IX_DeletedSources_UrlKey" ON "DeletedSources" ("UrlKey");
CREATE TABLE "LeftEntries" (
    "Hash" INTEGER NOT NULL CONSTRAINT "PK_LeftEntries" PRIMARY KEY,
    "EntryId" TEXT NOT NULL,
    "SortAt" INTEGER NOT NULL,
    "LeftAt" INTEGER NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123020848_First', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123033419_PicturesAndOfferedFeeds', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261124075415_MatchingTaggingPolling', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261124122842_DashboardAccessHealth', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129055500_Arrival', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129062345_HostOfSource', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129081527_KeyOfSubscription', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129082000_StoryChangeNumbers', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129082028_UnwantedStories', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129082555_OriginOfItem', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129090000_FolderOfSource', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129091447_OwnFeeds', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129105314_VersionOfSource', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129105445_ArrivalOfSource', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129111304_LeftAddress', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129113452_LastDocument', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129122600_RememberedStories', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129171609_HealsByItself', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129171929_Events', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129172130_Articles', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129172203_DeletedSources', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129212414_ImportedProperties', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261130015425_LeftEntries', '10.0.15');
INSERT INTO "Counters" VALUES ('stories.change', 0);
INSERT INTO "Counters" VALUES ('stories.arrival', 0);
