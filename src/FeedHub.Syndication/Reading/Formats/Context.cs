using FeedHub.Syndication.Reading.Dates;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>What a format's reader is given besides the document, and where it leaves what it could not read.</summary>
internal sealed class Context(ReadOptions options)
{
    // One bad template breaks every item: the list of words stays readable.
    private const int MaxProblems = 50;

    // Places are named for so many lost items; the count tells of the others.
    private const int MaxNamed = 3;

    private readonly List<Reason> _problems = [];
    private readonly List<Reason> _lost = [];
    private int _items;

    public Uri? BaseUrl => options.BaseUrl;

    /// <summary>True for a feed that a FeedHub merged: there some elements have a meaning that they do not have everywhere.</summary>
    public bool IsMerged { get; set; }

    /// <summary>True for a JSON Feed that writes its titles as HTML (<see cref="JsonTitles"/>).</summary>
    public bool TitlesAreMarkup { get; set; } = options.TitlesAreMarkup ?? false;

    /// <summary>Whether the document's own titles need not tell that: it is a part of one whose titles did.</summary>
    public bool IsTitleMarkupKnown => options.TitlesAreMarkup is not null;

    /// <summary>First how many items were lost, then what was left out of others.</summary>
    public IReadOnlyList<Reason> Problems => _lost.Count == 0 ? _problems : [Lost(), .. _problems];

    public DateTimeOffset? Date(string? raw) => FeedDate.Parse(raw, options.TimeZone, options.Now);

    /// <summary>The first of the dates that is one.</summary>
    public DateTimeOffset? Date(IEnumerable<string?> raw) => raw.Select(Date).FirstOrDefault(d => d is not null);

    /// <summary>What of an item is not taken over as written, where its date or link could not be; null if all is well.</summary>
    public Refused? Refuse(DateTimeOffset? published, IEnumerable<string?> dates, string? url, string? link)
    {
        var date = published is null
            ? dates.Select(raw => FeedDate.Read(raw, options.TimeZone, options.Now)).FirstOrDefault(d => d is not null)
            : null;
        var address = url is null ? Values.NotEmpty(link) : null;
        if (date is not null)
            Note(ReasonCode.ImpossibleDates);
        if (address is not null)
            Note(ReasonCode.LinksToNowhere);
        return date is null && address is null ? null : new Refused(date, address);
    }

    /// <summary>Reads items one by one: what one throws costs that one only, and it is counted.</summary>
    public List<ParsedItem> ReadEach<T>(IEnumerable<T> items, Func<T, ParsedItem> read)
    {
        var result = new List<ParsedItem>();
        foreach (var item in items)
        {
            _items++;
            try
            {
                result.Add(read(item));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The library throws what it likes on odd elements.
                _lost.Add(Reason.Of(ReasonCode.ItemLost, _items, e.Message));
            }
        }

        return result;
    }

    private Reason Lost() => Reason.Of(
        ReasonCode.ItemsLost,
        [_lost.Count, _items, .. _lost.Take(MaxNamed), .. _lost.Count > MaxNamed ? ["…"] : (ReasonArgument[])[]]);

    private void Note(ReasonCode code)
    {
        var reason = Reason.Of(code);
        if (_problems.Count < MaxProblems && !_problems.Contains(reason))
            _problems.Add(reason);
    }
}
