using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Sources whose servers answered when they were last asked, or were not asked yet.</summary>
public static class WellSources
{
    // Enough to choose a few of, in a hub of any size.
    private const string Urls =
        "SELECT Url FROM Sources WHERE Enabled AND State NOT IN ('Failing', 'Gone', 'Paused') ORDER BY LastSuccessAt DESC, Id LIMIT 2000";

    /// <summary>Their addresses.</summary>
    public static List<string> Addresses(ReadSessions database) => database.Query(Urls, row => row.GetString(0));
}
