namespace FeedHub.Storage.Engines.Postgres;

/// <summary>What is new is noted for the index of searches and for the events once a statement, not once a row.</summary>
internal static class PostgresNewRows
{
    /// <summary>Makes the triggers so.</summary>
    public const string AtOnce = """
        CREATE FUNCTION feedhub_search_items() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO searchqueue (storyid) SELECT storyid FROM added;
            RETURN NULL;
          END $$;
        CREATE FUNCTION feedhub_event_stories() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO eventqueue (storyid, eventid) SELECT id, eventid FROM added;
            RETURN NULL;
          END $$;
        DROP TRIGGER searchnewitem ON items;
        DROP TRIGGER eventnewstory ON stories;
        CREATE TRIGGER searchnewitem AFTER INSERT ON items REFERENCING NEW TABLE AS added
          FOR EACH STATEMENT EXECUTE FUNCTION feedhub_search_items();
        CREATE TRIGGER searchgoneitem AFTER DELETE ON items FOR EACH ROW EXECUTE FUNCTION feedhub_search_item();
        CREATE TRIGGER eventnewstory AFTER INSERT ON stories REFERENCING NEW TABLE AS added
          FOR EACH STATEMENT EXECUTE FUNCTION feedhub_event_stories();
        CREATE TRIGGER eventgonestory AFTER DELETE ON stories FOR EACH ROW EXECUTE FUNCTION feedhub_event_story();
        """;

    /// <summary>The way back.</summary>
    public const string OneByOne = """
        DROP TRIGGER searchnewitem ON items;
        DROP TRIGGER searchgoneitem ON items;
        DROP TRIGGER eventnewstory ON stories;
        DROP TRIGGER eventgonestory ON stories;
        DROP FUNCTION feedhub_search_items();
        DROP FUNCTION feedhub_event_stories();
        CREATE TRIGGER searchnewitem AFTER INSERT OR DELETE ON items FOR EACH ROW EXECUTE FUNCTION feedhub_search_item();
        CREATE TRIGGER eventnewstory AFTER INSERT OR DELETE ON stories FOR EACH ROW EXECUTE FUNCTION feedhub_event_story();
        """;
}
