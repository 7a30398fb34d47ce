namespace FeedHub.Storage.Statements.Coverage;

/// <summary>Triggers that write down which stories wait to be sorted into events: each that begins, changes or ends. Of a database of a
/// former version the newest wait too.</summary>
internal static class EventSchema
{
    /// <summary>For SQLite.</summary>
    public const string Sqlite = """
        CREATE TRIGGER EventNewStory AFTER INSERT ON Stories BEGIN
          INSERT INTO EventQueue (StoryId, EventId) VALUES (new.Id, new.EventId); END;
        CREATE TRIGGER EventChangedStory AFTER UPDATE OF ChangeNumber ON Stories BEGIN
          INSERT INTO EventQueue (StoryId, EventId) VALUES (new.Id, new.EventId); END;
        CREATE TRIGGER EventGoneStory AFTER DELETE ON Stories BEGIN
          INSERT INTO EventQueue (StoryId, EventId) VALUES (old.Id, old.EventId); END;
        """;

    /// <summary>For PostgreSQL.</summary>
    public const string Postgres = """
        CREATE FUNCTION feedhub_event_story() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF TG_OP = 'DELETE' THEN INSERT INTO eventqueue (storyid, eventid) VALUES (OLD.id, OLD.eventid);
            ELSE INSERT INTO eventqueue (storyid, eventid) VALUES (NEW.id, NEW.eventid);
            END IF;
            RETURN NULL;
          END $$;
        CREATE TRIGGER eventnewstory AFTER INSERT OR DELETE ON stories FOR EACH ROW EXECUTE FUNCTION feedhub_event_story();
        CREATE TRIGGER eventchangedstory AFTER UPDATE OF changenumber ON stories FOR EACH ROW EXECUTE FUNCTION feedhub_event_story();
        """;

    /// <summary>The stories of the last four days, as the newest of them tells the time.</summary>
    public const string Newest = """
        INSERT INTO EventQueue (StoryId) SELECT Id FROM Stories
        WHERE FirstSeenAt >= (SELECT max(FirstSeenAt) FROM Stories) - 345600000 ORDER BY FirstSeenAt, Id;
        """;

    /// <summary>Takes the triggers away.</summary>
    public const string DropSqlite =
        "DROP TRIGGER EventNewStory; DROP TRIGGER EventChangedStory; DROP TRIGGER EventGoneStory;";

    /// <summary>The same for PostgreSQL.</summary>
    public const string DropPostgres =
        "DROP TRIGGER eventnewstory ON stories; DROP TRIGGER eventchangedstory ON stories; DROP FUNCTION feedhub_event_story();";
}
