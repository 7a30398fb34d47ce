using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>What feeds.json said when it was last applied, and how that stands.</summary>
internal static class DeclaredRows
{
    private const string AllEntries = "SELECT UrlKey, Fingerprint FROM Declarations";

    private const string AllSourceIds = "SELECT Slug FROM Sources ORDER BY Id";

    private const string PutPart = """
        INSERT INTO DeclaredParts (Name, Json, FileHash) VALUES (?1, ?2, ?3)
        ON CONFLICT (Name) DO UPDATE SET Json = excluded.Json, FileHash = excluded.FileHash
        """;

    private static readonly string AllParts = $"SELECT {StoredRow<DeclaredPart>.Columns} FROM DeclaredParts";
    private static readonly string AllFeeds = $"SELECT {StoredRow<OwnFeed>.Columns} FROM OwnFeeds ORDER BY Place";

    /// <summary>The parts besides sources, by name.</summary>
    public static Dictionary<string, DeclaredPart> Parts(ReadSessions database) =>
        database.Query(AllParts, StoredRow<DeclaredPart>.Read).ToDictionary(part => part.Name);

    /// <summary>Stores a part; returns the rows that it changed.</summary>
    public static int Put(WriteSession session, DeclaredPart part) => session.Execute(PutPart, part.Name, part.Json, part.FileHash);

    /// <summary>The hash of each source's entry, by its address.</summary>
    public static Dictionary<string, string> Entries(ReadSessions database) =>
        database.Query(AllEntries, row => KeyValuePair.Create(row.GetString(0), row.GetString(1))).ToDictionary();

    /// <summary>The id of each source, declared or not.</summary>
    public static List<string> SourceIds(ReadSessions database) => database.Query(AllSourceIds, row => row.GetString(0));

    /// <summary>The feeds of one's own, in their order.</summary>
    public static List<OwnFeed> OwnFeeds(ReadSessions database) => database.Query(AllFeeds, StoredRow<OwnFeed>.Read);
}
