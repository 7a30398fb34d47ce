using System.Globalization;
using FeedHub.Syndication.Reading.Dates;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>What a format's reader is given besides the document, and where it leaves what it could not read.</summary>
internal sealed class Context(ReadOptions options)
{
    // One bad template breaks every item: the list of words stays readable.
    private const int MaxProblems = 50;

    // Places are named for so many lost items; the count tells of the others.
    private const int MaxNamed = 3;

    private readonly List<string> _problems = [];
    private readonly List<string> _lost = [];
    private int _items;

    public Uri? BaseUrl => options.BaseUrl;

    /// <summary>True for a feed that a FeedHub merged: there some elements have a meaning that they do not have everywhere.</summary>
    public bool IsMerged { get; set; }

    /// <summary>First how many items were lost, then what was left out of others.</summary>
    public IReadOnlyList<string> Problems => _lost.Count == 0 ? _problems : [Lost(), .. _problems];

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
            Note("dates that cannot be, such as the year 1, were passed over");
        if (address is not null)
            Note("links that lead to no page of the web were left out");
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
                _lost.Add(string.Create(CultureInfo.InvariantCulture, $"item {_items}: {e.Message}"));
            }
        }

        return result;
    }

    private string Lost() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_lost.Count} of {_items} items could not be read "
            + $"({string.Join("; ", _lost.Take(MaxNamed))}{(_lost.Count > MaxNamed ? "; …" : "")})");

    private void Note(string words)
    {
        if (_problems.Count < MaxProblems && !_problems.Contains(words))
            _problems.Add(words);
    }
}
