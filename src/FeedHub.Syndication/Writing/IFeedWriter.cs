namespace FeedHub.Syndication.Writing;

/// <summary>A format of the merged feed: all that FeedHub knows of it stands in the class that writes it.</summary>
public interface IFeedWriter
{
    /// <summary>Where FeedHub serves it: <c>/feed.</c> and an ending of its own.</summary>
    static abstract string Path { get; }

    /// <summary>The format's media type, without charset.</summary>
    static abstract string MediaType { get; }

    /// <summary>What readers know it as, in every language.</summary>
    static abstract string Name { get; }

    /// <summary>The name in a row of links.</summary>
    static abstract string ShortName { get; }

    /// <summary>The standard that it follows, for programmers.</summary>
    static abstract string Standard { get; }

    /// <summary>Name of the operation in the OpenAPI document.</summary>
    static abstract string Operation { get; }

    /// <summary>UTF-8 bytes of the document, without BOM; nothing in them comes from the clock.</summary>
    /// <exception cref="ArgumentException">An address of FeedHub's own is not an http or https address.</exception>
    static abstract byte[] Write(MergedFeed feed);
}
