using AngleSharp.Dom;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>A page that lists articles: what it says of each, by the selectors that are given or by FeedHub's own proposal.</summary>
public sealed class ListPage
{
    // More than any page shows; what is beyond is not a list for readers.
    private const int MaxItems = 1000;

    private readonly IDocument? _document;
    private readonly ListOptions _options;

    private ListPage(IDocument? document, ListOptions options) => (_document, _options) = (document, options);

    /// <summary>Reads a page. It is never followed, and none of its programs runs.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="options">What else is known.</param>
    public static ListPage Parse(ReadOnlyMemory<byte> body, ListOptions options) =>
        new(PageMarkup.Parse(body, options.ContentType), options);

    /// <summary>What the selectors take, in the page's order, each article once. Items without a link or a headline are passed
    /// over.</summary>
    public IReadOnlyList<ListEntry> Read(ListSelectors selectors)
    {
        if (_document is null)
            return [];
        var reader = new ItemReader(new PageLinks(_document, _options.BaseUrl), selectors, _options);
        return reader.Read(Selectors.All(_document, selectors.Item, MaxItems));
    }

    /// <summary>Where it came from.</summary>
    public Uri Address => _options.BaseUrl;

    /// <summary>The name of the site, else the page's own title, as plain text; null where it has neither.</summary>
    public string? Title => Bounds.CutOrNull(
        Head("meta").FirstOrDefault(meta => meta.GetAttribute("property") == "og:site_name")?.GetAttribute("content")
            ?? Head("title").FirstOrDefault()?.TextContent);

    /// <summary>BCP 47 tag that the page declares, or null.</summary>
    public string? Language => LanguageTags.Normalise(_document?.DocumentElement.GetAttribute("lang"));

    /// <summary>How many elements hold an entry by the selectors, whether or not one can be read of them.</summary>
    public int Count(ListSelectors selectors) => _document is null ? 0 : Selectors.All(_document, selectors.Item, MaxItems).Count;

    /// <summary>What FeedHub would take.</summary>
    public ListProposal Propose() => _document is null ? new(null, []) : new Proposer(_document, _options).Propose();

    private IEnumerable<IElement> Head(string name) =>
        _document?.Head is { } head ? Selectors.Below(head).Where(element => element.LocalName == name) : [];
}
