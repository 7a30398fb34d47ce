namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Triggers that write down which stories wait to be sorted into events: each that begins, changes or ends.</summary>
internal static class PostgresEventTriggers
{
    /// <summary>Makes them.</summary>
    public const string Make = """
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

    /// <summary>Takes them away.</summary>
    public const string Drop =
        "DROP TRIGGER eventnewstory ON stories; DROP TRIGGER eventchangedstory ON stories; DROP FUNCTION feedhub_event_story();";
}
