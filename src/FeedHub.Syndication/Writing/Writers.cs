namespace FeedHub.Syndication.Writing;

/// <summary>Writes the merged feed as RSS 2.0.</summary>
public static class RssWriter
{
    /// <summary>UTF-8 bytes of the document.</summary>
    public static byte[] Write(MergedFeed feed) => throw new NotImplementedException();
}

/// <summary>Writes the merged feed as Atom 1.0 (RFC 4287).</summary>
public static class AtomWriter
{
    /// <summary>UTF-8 bytes of the document.</summary>
    public static byte[] Write(MergedFeed feed) => throw new NotImplementedException();
}

/// <summary>Writes the merged feed as JSON Feed 1.1.</summary>
public static class JsonFeedWriter
{
    /// <summary>UTF-8 bytes of the document.</summary>
    public static byte[] Write(MergedFeed feed) => throw new NotImplementedException();
}
