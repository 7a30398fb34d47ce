using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// Hidden stories whose items go with their source: when these come in again, they are hidden again. Stories that were hidden once are
/// remembered too, since the audit log has the reason still. Inside the writer's transaction.
/// </summary>
internal sealed class RememberedStories(WriteSession session)
{
    /// <summary>Whether there are any that would be hidden again.</summary>
    public const string AnyHidden = "EXISTS (SELECT 1 FROM RememberedStories WHERE HiddenAt IS NOT NULL)";

    private const string Hidden = """
        SELECT r.Id FROM RememberedStories r JOIN RememberedKeys k ON k.StoryId = r.Id
        WHERE k.Hash IN (SELECT value FROM json_each(?1)) AND r.HiddenAt IS NOT NULL ORDER BY r.HiddenAt DESC, r.Id DESC LIMIT 1
        """;

    private const string InsertStory = """
        INSERT INTO RememberedStories (Id, HiddenAt, HiddenReason) SELECT ?1, HiddenAt, HiddenReason FROM Stories WHERE Id = ?2
        ON CONFLICT (Id) DO UPDATE SET HiddenAt = excluded.HiddenAt, HiddenReason = excluded.HiddenReason
        """;

    private const string InsertKeys =
        "INSERT INTO RememberedKeys (Hash, StoryId) SELECT CAST(value ->> 0 AS bigint), CAST(value ->> 1 AS bigint) FROM json_each(?1) "
            + "WHERE true ON CONFLICT DO NOTHING";

    /// <summary>The one that was hidden last of those with any of the hashes, a JSON array; null: none.</summary>
    public static long? FindHidden(WriteSession session, string hashes) => session.Scalar<long?>(Hidden, hashes);

    /// <summary>Remembers those of the stories that are hidden, or of which the audit log says why they were.</summary>
    /// <param name="stories">A subquery of the stories' keys; their items are still there.</param>
    public void Remember(string stories)
    {
        var formers = session.Query(Choose(stories), row => (Id: row.GetInt64(0), Story: row.GetInt64(1)))
            .ToLookup(row => row.Story, row => row.Id);
        if (formers.Count == 0)
            return;
        foreach (var (story, former) in formers.SelectMany(group => group.Select(former => (group.Key, former))))
            session.Execute(InsertStory, former, story);
        var keys = HashesOf(formers.Select(group => group.Key))
            .SelectMany(hash => formers[hash.StoryId].Select(former => new[] { hash.Hash, former }));
        session.Execute(InsertKeys, StoredJson.Write(keys));
    }

    /// <summary>Forgets what is remembered of the same items; returns which stories that was.</summary>
    public IReadOnlyList<long> Forget(IReadOnlyList<long> stories)
    {
        if (session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM RememberedStories)") == 0)
            return [];
        var hashes = StoredJson.Write(HashesOf(stories).Select(hash => hash.Hash));
        var gone = session.Query(
            """
            SELECT StoryId FROM RememberedKeys WHERE Hash IN (SELECT value FROM json_each(?1))
            UNION SELECT Id FROM RememberedStories WHERE Id IN (SELECT StoryId FROM Remembering)
            """,
            row => row.GetInt64(0), hashes);
        var ids = StoredJson.Write(gone);
        session.Execute("DELETE FROM RememberedKeys WHERE StoryId IN (SELECT value FROM json_each(?1))", ids);
        session.Execute("DELETE FROM RememberedStories WHERE Id IN (SELECT value FROM json_each(?1))", ids);
        return gone;
    }

    private IEnumerable<LastingHash> HashesOf(IEnumerable<long> stories)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Remembering (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Remembering");
        session.Execute("INSERT INTO Remembering SELECT value FROM json_each(?1)", StoredJson.Write(stories));
        return new LastingHashes(session, "(SELECT StoryId FROM Remembering)").Read();
    }

    // Each with the story whose items it has: of joined ones only the numbers are left.
    private static string Choose(string stories) => $"""
        WITH Reasoned AS (SELECT Target FROM AuditEntries WHERE What = 'story hidden')
        SELECT Id, Id FROM Stories WHERE Id IN {stories} AND (HiddenAt IS NOT NULL OR 'story ' || Id IN (SELECT Target FROM Reasoned))
        UNION SELECT Id, StoryId FROM JoinedStories WHERE StoryId IN {stories} AND 'story ' || Id IN (SELECT Target FROM Reasoned)
        """;
}
