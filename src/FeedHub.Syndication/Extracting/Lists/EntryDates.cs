using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedHub.Syndication.Extracting.Facts;
using FeedHub.Syndication.Reading.Dates;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>When an item was published: from its markup, its words, or its address.</summary>
internal sealed partial class EntryDates(ListOptions options)
{
    // A date and the words around it; what is longer is a sentence that speaks of a day.
    private const int LongestLine = 80;

    // Of a day's beginning and its end in another zone.
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(36);

    // Programs' empty dates lie before the web.
    private const int FirstYear = 1990;

    private static readonly string[] Attributes =
    [
        "datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "data-publish-date",
        "data-published-at", "data-epoch", "data-created", "data-utc", "data-unix", "data-ts", "title",
    ];

    /// <summary>The date that an item states, or that of its address; null where neither tells.</summary>
    /// <param name="item">The item.</param>
    /// <param name="title">The element of its headline, whose words say nothing of it; or null.</param>
    /// <param name="address">Its article's address.</param>
    public ListDate? Find(IElement item, IElement? title, Uri address)
    {
        var told = Marked(item) ?? Told(item, title);
        if (AddressDay.Find(address) is not { } date)
            return told;
        // A page shows the last change, too; an address keeps the first day.
        var isTold = told is { } other && !(other.IsReckoned && other.IsDay)
            && (other.Instant - new DateTimeOffset(date, TimeSpan.Zero)).Duration() <= OneDay;
        return isTold ? told : new ListDate(new(date, TimeSpan.Zero), IsDay: true, IsReckoned: false);
    }

    /// <summary>The date of an element that has been pointed out, or null.</summary>
    public ListDate? Of(IElement element) => ByAttribute(element, Attributes) ?? Marked(element) ?? Parse(TextRuns.Line(element));

    /// <summary>The date that a text is, or null.</summary>
    public ListDate? Parse(string text)
    {
        text = text.Length > LongestLine ? text : Label().Replace(text.Trim(), "").Trim('(', ')', '[', ']');
        if (text.Length > LongestLine || !text.Any(char.IsLetterOrDigit))
            return null;
        if (FeedDate.Parse(text, options.TimeZone, options.Now) is { } instant && IsPossible(instant))
            return HasTime().IsMatch(text) || text.All(char.IsAsciiDigit)
                ? new(instant.ToOffset(OffsetOf(text, instant)), IsDay: false, IsReckoned: false)
                : new((FeedDate.Parse(text, TimeZoneInfo.Utc, options.Now) ?? instant).ToUniversalTime(), IsDay: true, IsReckoned: false);
        return SpokenTime.Parse(text, options.TimeZone, options.Now) is var (spoken, isDay)
            ? new(spoken, isDay, IsReckoned: true) { IsHourAlone = SpokenTime.IsHourAlone(text) }
            : null;
    }

    private TimeSpan OffsetOf(string text, DateTimeOffset instant) =>
        WrittenDate.Parse(text, options.Now)?.Offset ?? options.TimeZone.GetUtcOffset(instant);

    private bool IsPossible(DateTimeOffset instant) => instant.Year >= FirstYear && instant <= options.Now.AddDays(2);

    /// <summary>The date that a node is or marks, or null.</summary>
    public ListDate? Near(INode node) => node is IElement element ? Of(element) : node is IText text ? Parse(text.Data) : null;

    private ListDate? Marked(IElement item)
    {
        foreach (var element in Selectors.Below(item).Prepend(item))
        {
            var names = element.LocalName is "time" || element.HasAttribute("itemprop") ? Attributes : Attributes[2..^1];
            if ((ByAttribute(element, names) ?? Titled(element)) is { } date)
                return date;
        }

        return null;
    }

    // "2 hours ago", with the moment as its title.
    private ListDate? Titled(IElement element) =>
        element.GetAttribute("title") is { Length: > 5 and < LongestLine } title && element.ChildElementCount == 0
            && element.TextContent is { Length: > 0 and < 40 } words && Parse(words) is { IsReckoned: true } ? Parse(title) : null;

    private ListDate? ByAttribute(IElement element, string[] names) =>
        names.Select(name => element.GetAttribute(name)).OfType<string>()
            .Where(value => !value.StartsWith('P') && value.Any(char.IsAsciiDigit))
            .Select(value => Parse(value.Trim())).FirstOrDefault(date => date is not null);

    private ListDate? Told(IElement item, IElement? title)
    {
        foreach (var element in Selectors.Below(item).Prepend(item).Where(e => e != title && IsCalledDate(e)))
        {
            if (Parse(TextRuns.Line(element)) is { } date)
                return date;
        }

        return TextRuns.Of(item, title).Where(run => run.Length <= LongestLine && run.Count(c => c == ' ') < 10)
            .Select(run => Parse(run) ?? Part().Split(run).Skip(1).Select(Parse).FirstOrDefault(date => date is not null))
            .FirstOrDefault(date => date is not null);
    }

    // "By Ana Putri · Yesterday"
    [GeneratedRegex(@"\s[·•|]\s")]
    private static partial Regex Part();

    /// <summary>True for an element that is called a date by its maker.</summary>
    public static bool IsCalledDate(IElement element) =>
        element.LocalName == "time" || Name().IsMatch(ElementNames.Words(element));

    [GeneratedRegex(
        @"^(?:di(?:terbitkan|publikasikan|unggah|posting|muat)|terbit|tayang|published|posted|publish|tanggal)\b"
            + @"(?:\s+(?:on|at|pada))?\s*:?\s*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"date|time|tanggal|tgl|waktu|published|posted|ago", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\d./-])\d{1,2}[:.]\d{2}(?![\d./-]*\d{4})|T\d{2}|\d\s?[ap]\.?m\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasTime();
}
