namespace FeedHub.Publishing;

/// <summary>The Link header of every feed (RFC 8288): itself, which is the WebSub topic, and its hub.</summary>
internal static class LinkHeader
{
    /// <summary>Where the WebSub hub is.</summary>
    public const string HubPath = "/websub";

    /// <param name="baseUrl">Base of FeedHub's addresses.</param>
    /// <param name="topic">Path and query of the feed.</param>
    public static string Of(string baseUrl, string topic) => $"<{baseUrl}{topic}>; rel=\"self\", <{baseUrl}{HubPath}>; rel=\"hub\"";
}
