namespace FeedHub.Syndication.Writing;

/// <summary>The addresses that one document of the merged feed carries of itself.</summary>
/// <param name="Self">Its own: also the WebSub topic.</param>
/// <param name="Page">The same selection for people.</param>
/// <param name="Hub">WebSub hub, or null.</param>
/// <param name="Next">The older page (RFC 5005, section 3), or null.</param>
internal sealed record FeedLinks(string Self, string Page, string? Hub, string? Next)
{
    /// <summary>Addresses of the selection in the format whose paths end as <paramref name="path"/> does.</summary>
    public static FeedLinks Of(MergedFeed feed, string path)
    {
        var own = feed.BaseUrl + feed.FeedPath + System.IO.Path.GetExtension(path);
        return new(
            Legal(own + feed.Query),
            Legal(feed.BaseUrl + feed.PagePath),
            feed.HubUrl is null ? null : Legal(feed.HubUrl),
            feed.NextQuery is null ? null : Legal(own + feed.NextQuery));
    }

    private static string Legal(string address) =>
        WebAddress.Http(address) ?? throw new ArgumentException($"'{address}' is not an http or https address: is BaseUrl one?");
}
