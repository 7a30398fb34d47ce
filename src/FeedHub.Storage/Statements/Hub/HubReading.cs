using FeedHub.Model.Hub;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Hub;

/// <summary>Reads who is subscribed at the hub to what, and what is due.</summary>
internal static class HubReading
{
    private const string AllTopics = """
        SELECT BaseUrl, Topic, min(ToldChange), min(ToldUntil) FROM HubSubscribers WHERE DueAt IS NULL GROUP BY BaseUrl, Topic
        ORDER BY min(Failures), min(Id)
        """;

    private const string DueRequests = "SELECT Id, CallbackHost, Failures FROM HubRequests WHERE NextTryAt <= ?1";
    private const string DuePushes = "SELECT Id, CallbackHost FROM HubSubscribers WHERE DueAt <= ?1";

    private static readonly string OneRequest = $"SELECT {StoredRow<HubRequest>.Columns} FROM HubRequests WHERE Id = ?1";
    private static readonly string OneSubscriber = $"SELECT {StoredRow<HubSubscriber>.Columns} FROM HubSubscribers WHERE Id = ?1";

    /// <summary>The request of this key, or null.</summary>
    public static HubRequest? Request(ReadSessions database, long id) =>
        database.Query(OneRequest, StoredRow<HubRequest>.Read, id).SingleOrDefault();

    /// <summary>The subscriber of this key, or null.</summary>
    public static HubSubscriber? Subscriber(ReadSessions database, long id) =>
        database.Query(OneSubscriber, StoredRow<HubSubscriber>.Read, id).SingleOrDefault();

    /// <summary>The topics of subscribers to whom nothing is due, and how far all of these were told: first those of subscribers that
    /// accept their pushes and came first.</summary>
    public static List<(string BaseUrl, string Topic, StoryMark Told)> Topics(ReadSessions database) =>
        database.Query(AllTopics, row => (row.GetString(0), row.GetString(1), new StoryMark(row.GetInt64(2), row.GetInt64(3))));

    /// <summary>The requests that are due: key, host of the callback, how often it was asked about without success.</summary>
    public static List<(long Id, string Host, int Failures)> Requests(ReadSessions database, DateTimeOffset now) =>
        database.Query(DueRequests, row => (row.GetInt64(0), row.GetString(1), row.GetInt32(2)), now);

    /// <summary>The pushes that are due: key, host of the callback.</summary>
    public static List<(long Id, string Host)> Pushes(ReadSessions database, DateTimeOffset now) =>
        database.Query(DuePushes, row => (row.GetInt64(0), row.GetString(1)), now);
}
