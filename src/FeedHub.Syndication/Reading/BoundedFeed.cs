namespace FeedHub.Syndication.Reading;

/// <summary>Holds what was read of one document to <see cref="Bounds"/>, and says what did not fit.</summary>
internal sealed class BoundedFeed
{
    private const int MaxHubs = 10;

    private readonly int _maxText;
    private readonly SortedSet<string> _notes = new(StringComparer.Ordinal);

    private BoundedFeed(int maxText) => _maxText = maxText;

    /// <summary>The feed within its bounds; what was cut or left out stands first among its problems.</summary>
    /// <param name="feed">As read.</param>
    /// <param name="maxText">Most bytes of a text in UTF-8.</param>
    public static ParsedFeed Of(ParsedFeed feed, int maxText) => new BoundedFeed(maxText).Feed(feed);

    private ParsedFeed Feed(ParsedFeed feed)
    {
        var bounded = feed with
        {
            Title = Line(feed.Title),
            Description = Line(feed.Description),
            Link = Address(feed.Link),
            Language = Tag(feed.Language),
            Rights = Line(feed.Rights),
            Icon = Address(feed.Icon),
            Hubs = [.. feed.Hubs.Select(Address).OfType<string>().Take(MaxHubs)],
            Self = Address(feed.Self),
            Items = [.. feed.Items.Select(Item)],
        };
        return bounded with { Problems = [.. _notes, .. feed.Problems.Select(words => Bounds.Cut(words))] };
    }

    // The id stays whole: what recognises an item is made of all of it, and Bounds.Id holds it where it is stored.
    private ParsedItem Item(ParsedItem item) => item with
    {
        Title = Line(item.Title),
        Url = Address(item.Url),
        OriginalUrl = Address(item.OriginalUrl),
        Authors = Lines(item.Authors, "authors"),
        Categories = Lines(item.Categories, "categories"),
        SummaryHtml = Text(item.SummaryHtml),
        ContentHtml = Text(item.ContentHtml),
        Image = Address(item.Image?.Url) is null ? null : item.Image,
        Enclosures = Files(item.Enclosures),
        BaseUrl = item.BaseUrl?.OriginalString.Length > Bounds.Address ? null : item.BaseUrl,
        Refused = item.Refused is { } refused ? refused with { Link = Bounds.CutOrNull(refused.Link) } : null,
        Origin = Origins.Of(Line(item.Origin?.Title), Address(item.Origin?.Url)),
        Language = Tag(item.Language),
    };

    private IReadOnlyList<Enclosure> Files(IReadOnlyList<Enclosure> files)
    {
        NoteMany(files.Count, "attachments");
        return Bounds.Files(files.Where(file => Address(file.Url) is not null));
    }

    private string? Line(string? text)
    {
        if (text?.Length > Bounds.Line)
            _notes.Add(FormattableString.Invariant($"titles, names or words of more than {Bounds.Line:N0} characters were cut"));
        return Bounds.CutOrNull(text);
    }

    private IReadOnlyList<string> Lines(IReadOnlyList<string> texts, string what)
    {
        NoteMany(texts.Count, what);
        return Bounds.Lines(texts.Take(Bounds.List).Select(text => Line(text)!));
    }

    private void NoteMany(int count, string what)
    {
        if (count > Bounds.List)
            _notes.Add(FormattableString.Invariant($"of more than {Bounds.List} {what} of an item the first {Bounds.List} were taken"));
    }

    private string? Address(string? address)
    {
        if (address?.Length > Bounds.Address)
            _notes.Add(FormattableString.Invariant($"addresses of more than {Bounds.Address:N0} characters were left out"));
        return Bounds.WholeOrNull(address, Bounds.Address);
    }

    private string? Tag(string? language) => Bounds.WholeOrNull(language, Bounds.LanguageTag);

    private string? Text(string? html)
    {
        if (html is null)
            return null;
        var whole = Bounds.Markup(html, _maxText);
        if (whole.Length < html.Length)
            _notes.Add(FormattableString.Invariant($"texts of more than {_maxText:N0} bytes were cut"));
        return whole;
    }
}
