using System.Globalization;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading;

/// <summary>Holds what was read of one document to <see cref="Bounds"/>, and says what did not fit.</summary>
internal sealed class BoundedFeed
{
    private const int MaxHubs = 10;

    private readonly int _maxText;
    private readonly HashSet<Reason> _notes = [];

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
        return bounded with { Problems = [.. Notes(), .. feed.Problems.Select(reason => reason.Within(Bounds.Line))] };
    }

    private IEnumerable<Reason> Notes() => _notes.OrderBy(note => note.ToString(), StringComparer.Ordinal);

    // The id stays whole: what recognises an item is made of all of it, and Bounds.Id holds it where it is stored.
    private ParsedItem Item(ParsedItem item) => item with
    {
        Title = Line(item.Title),
        Url = Address(item.Url),
        OriginalUrl = Address(item.OriginalUrl),
        Authors = Lines(item.Authors, ReasonCode.Authors),
        Categories = Lines(item.Categories, ReasonCode.Categories),
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
        NoteMany(files.Count, ReasonCode.Attachments);
        return Bounds.Files(files.Take(Bounds.List + 1).Where(file => Address(file.Url) is not null)
            .Select(file => file with { Title = Line(file.Title) }));
    }

    private string? Line(string? text)
    {
        if (text?.Length > Bounds.Line)
            Note(ReasonCode.LinesCut, Bounds.Line);
        return Bounds.CutOrNull(text);
    }

    private IReadOnlyList<string> Lines(IReadOnlyList<string> texts, ReasonCode what)
    {
        NoteMany(texts.Count, what);
        return Bounds.Lines(texts.Take(Bounds.List).Select(text => Line(text)!));
    }

    private void NoteMany(int count, ReasonCode what)
    {
        if (count > Bounds.List)
            _notes.Add(Reason.Of(ReasonCode.ListCut, Bounds.List, what));
    }

    private void Note(ReasonCode code, int limit) => _notes.Add(Reason.Of(code, limit.ToString("N0", CultureInfo.InvariantCulture)));

    private string? Address(string? address)
    {
        if (address?.Length > Bounds.Address)
            Note(ReasonCode.AddressesLeftOut, Bounds.Address);
        return Bounds.WholeOrNull(address, Bounds.Address);
    }

    private string? Tag(string? language) => Bounds.WholeOrNull(language, Bounds.LanguageTag);

    private string? Text(string? html)
    {
        if (html is null)
            return null;
        var whole = Bounds.Markup(html, _maxText);
        if (whole.Length < html.Length)
            Note(ReasonCode.TextsCut, _maxText);
        return whole;
    }
}
