namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Triggers that write down which stories wait to be sorted into events: each that begins, changes or ends.</summary>
internal static class SqliteEventTriggers
{
    /// <summary>Makes them.</summary>
    public const string Make = """
        CREATE TRIGGER EventNewStory AFTER INSERT ON Stories BEGIN
          INSERT INTO EventQueue (StoryId, EventId) VALUES (new.Id, new.EventId); END;
        CREATE TRIGGER EventChangedStory AFTER UPDATE OF ChangeNumber ON Stories BEGIN
          INSERT INTO EventQueue (StoryId, EventId) VALUES (new.Id, new.EventId); END;
        CREATE TRIGGER EventGoneStory AFTER DELETE ON Stories BEGIN
          INSERT INTO EventQueue (StoryId, EventId) VALUES (old.Id, old.EventId); END;
        """;

    /// <summary>Takes them away.</summary>
    public const string Drop = "DROP TRIGGER EventNewStory; DROP TRIGGER EventChangedStory; DROP TRIGGER EventGoneStory;";
}
