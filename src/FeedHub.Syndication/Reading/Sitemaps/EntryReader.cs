using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Dates;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>An entry, and which of its times end in <c>Z</c>.</summary>
internal sealed record ReadEntry(SitemapEntry Entry, bool IsPublishedZulu, bool IsModifiedZulu);

/// <summary>Makes values of an entry's texts.</summary>
internal sealed partial class EntryReader(SitemapOptions options)
{
    // Archives list what was printed long before the web; below this a year is a program's empty date.
    private const int FirstYear = 1600;

    /// <summary>The entry; null where its address is not one of the web, or longer than any that is kept.</summary>
    public ReadEntry? Read(RawEntry raw)
    {
        if (Address(raw.Address) is not { } url)
            return null;
        var (published, modified) = (raw.Published ?? (raw.IsNews ? null : raw.VideoPublished), raw.Modified);
        var entry = new SitemapEntry
        {
            Url = url,
            Title = Bounds.CutOrNull(Values.Told(raw.Title) ?? Values.Told(raw.VideoTitle)),
            Published = Time(published),
            Modified = Time(modified),
            Keywords = SitemapKeywords.Read(raw.Keywords.ToString()),
            Language = Bounds.WholeOrNull(LanguageTags.Normalise(raw.Language), Bounds.LanguageTag),
            Image = Address(raw.Image) ?? Address(raw.VideoImage),
            IsNews = raw.IsNews,
        };
        return new(entry, IsZulu(published), IsZulu(modified));
    }

    // Publishers escape an address again inside CDATA.
    private string? Address(string? written) =>
        Bounds.WholeOrNull(Addresses.Web(WebUtility.HtmlDecode(written), options.BaseUrl), Bounds.Address);

    private StatedTime? Time(string? written)
    {
        if (FeedDate.Read(written, options.TimeZone ?? TimeZoneInfo.Utc, options.Now) is not { } instant
            || instant.Year < FirstYear || instant == DateTimeOffset.UnixEpoch)
            return null;
        // A day stays the day that is written, in any zone.
        return DayAlone().IsMatch(written!)
            ? new((FeedDate.Read(written, TimeZoneInfo.Utc, options.Now) ?? instant).ToUniversalTime(), IsDay: true)
            : new(instant.ToUniversalTime(), IsDay: false);
    }

    private static bool IsZulu(string? written) => written is not null && Zulu().IsMatch(written);

    [GeneratedRegex(@"^\s*(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|[\p{L}\d ,.-]*\d{4})\s*$")]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"\d:\d\d(?::\d\d(?:\.\d+)?)?\s*Z\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Zulu();
}
