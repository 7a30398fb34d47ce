using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Opml;

/// <summary>What was read of a subscription list.</summary>
/// <param name="Title">The list's own title, or null.</param>
/// <param name="Lines">Its outlines except folders, in document order, repeats included.</param>
/// <param name="Repairs">What was mended before it could be read, empty for a well-formed list.</param>
public sealed record OpmlList(string? Title, IReadOnlyList<OpmlLine> Lines, IReadOnlyList<Reason> Repairs);

/// <summary>One outline of a subscription list that is not a folder of others. Nothing of it is checked.</summary>
/// <param name="XmlUrl">Address of the feed, trimmed; empty where the outline has none.</param>
public sealed record OpmlLine(string XmlUrl)
{
    /// <summary>Its name as plain text, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Address of the site, or null.</summary>
    public string? HtmlUrl { get; init; }

    /// <summary>Language as written, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Names of the folders that it is in, the outermost first.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Its own <c>category</c> attribute, taken apart at commas and slashes (OPML 2.0).</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Its attributes of FeedHub's own namespace, by name.</summary>
    public IReadOnlyDictionary<string, string> Own { get; init; } = new Dictionary<string, string>();
}
