using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Dates;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses when an article was published and changed.</summary>
internal sealed partial class ArticleDates
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datePublished",
        "itemprop:datePublished",
        "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cXenseParse:publishtime",
        "published_time", "published_on", "publish-date",
        "publish_date",
        "publishdate", "pubdate", "publication_date", "published_at", "article_date_original", "dc.date.issued", "dcterms.issued",
        "DC.date.created",
        "dcterms.created", "citation_publication_date", "rnews:datePublished", "shareaholic:article_published_time",
        "content_PublishedDate",
        "content_date", "itemprop:dateCreated", "originalpublicationdate", "release_date", "created",
        "itemprop:uploadDate",
        "video:release_date",
    ];

    // These may be when the page was made.
    private static readonly string[] VagueNames = ["dc.date", "dcterms.date", "date"];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time", "dateModified", "itemprop:dateModified",
        "last-modified", "lastmod", "dcterms.modified", "DC.date.modified", "updated_time",
    ];

    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), "WIB", "WIB");

    // So many lines above the headline may still be the article's.
    private const int HeadLines = 8;

    private const int LongestSpoken = 30;

    private readonly PageFacts _facts;
    private readonly HeadedData _headed;
    private readonly DateTimeOffset _now;
    private readonly TimeZoneInfo? _zone;
    private readonly WrittenDate? _shown;

    public ArticleDates(PageFacts facts, HeadedData headed, TimeZoneInfo? zone, DateTimeOffset now)
    {
        (_facts, _headed, _zone, _now) = (facts, headed, zone, now);
        _shown = Shown();
        // Most papers that write Indonesian and name no zone mean that of Jakarta.
        _zone ??= facts.IsIndonesian ? Jakarta : null;
    }

    public ArticleDate? Published() => Settle(Own()
        ?? Marked("datePublished") ?? Timed(isSure: true) ?? InMetas(VagueNames) ?? Parse(_facts.Data.OfPage("datePublished"))
            ?? EmbeddedDates.Find(_headed, _now) ?? Timed(isSure: false) ?? Attributed() ?? _shown ?? InAddress() ?? Hidden()
            ?? Declared("dateCreated", []) ?? Declared("uploadDate", []) ?? OfVideo() ?? Marked("dateCreated") ?? Spoken());

    // Nothing is published after its last change: such a page's own words know better.
    private WrittenDate? Own()
    {
        var own = Declared("datePublished", PublishedNames) ?? _facts.Metas.Like(PublishedName()).Select(Parse)
            .FirstOrDefault(date => date is not null);
        return own is not null && _shown is { IsOfChange: false } && _shown.Local.AddDays(1) < own.Local
            && Declared("dateModified", ModifiedNames) is { } changed && changed.Local.AddDays(1) < own.Local ? _shown : own;
    }

    public ArticleDate? Modified() => Settle(Declared("dateModified", ModifiedNames) ?? Marked("dateModified"));

    private WrittenDate? Declared(string name, string[] metas) =>
        Parse(_facts.Data.Text(name)) ?? InMetas(metas);

    // Of a page whose one video is what it is about.
    private WrittenDate? OfVideo() =>
        _facts.Data.OfType("VideoObject").Take(2).ToList() is [var only] ? Parse(PageJson.Text(only, "uploadDate")) : null;

    private WrittenDate? InMetas(string[] names) =>
        names.SelectMany(_facts.Metas.All).Select(Parse).FirstOrDefault(date => date is not null);

    private WrittenDate? Marked(string property) => _facts.Root.All()
        .Where(node => !node.IsText && (Has(node["itemprop"], property) || (node.Name != "meta" && Has(node["property"], property))))
        .Take(5)
        .Select(node => Parse(node["datetime"]) ?? Parse(node["content"]) ?? Parse(node["title"]) ?? ShownDates.In(node.Words(), _now))
        .FirstOrDefault(date => date is not null);

    private static bool Has(string? names, string property) => names?.Contains(property, StringComparison.OrdinalIgnoreCase) == true;

    // Sure is what is called the time of publication, or stands beside the headline.
    private WrittenDate? Timed(bool isSure)
    {
        var times = _facts.Root.All().Where(IsTime).Take(50).ToList();
        var first = times.FirstOrDefault(
            node => node.Attributes.ContainsKey("pubdate") || node.Hints.Contains("publish", StringComparison.Ordinal))
            ?? Below(times) ?? (isSure ? null : times.FirstOrDefault(time => !IsFarAbove(time)));
        return first is null ? null : Parse(first["datetime"]) ?? InAttributes(first) ?? ShownDates.In(first.Words(), _now);
    }

    // Custom elements that show "4 months ago" have its attribute.
    private static bool IsTime(PageNode node) =>
        node.Name == "time" || (node.Name.Contains('-') && node.Attributes.ContainsKey("datetime"));

    // What stands beside the headline may say "4 months ago", and the moment in an attribute.
    private WrittenDate? Attributed() => _facts.Head(5, 12).SelectMany(line => line.Parts).SelectMany(part => part.Above().Take(3))
        .Select(InAttributes).FirstOrDefault(date => date is not null);

    private WrittenDate? InAttributes(PageNode node) => node.Attributes
        .Where(attribute => DateAttribute().IsMatch(attribute.Key) || (attribute.Key == "title" && attribute.Value.Length < 60))
        .Select(attribute => Parse(attribute.Value) ?? ShownDates.In(attribute.Value, _now)).FirstOrDefault(date => date is not null);

    // The first one below the headline, else the nearest above it.
    private PageNode? Below(List<PageNode> times) => _facts.Head(5, 12)
        .SelectMany(line => line.Parts).Select(part => part.Above().FirstOrDefault(IsTime))
        .FirstOrDefault(time => time is not null && times.Contains(time));

    // Above the head of an article stand today's date and other articles.
    private bool IsFarAbove(PageNode time) =>
        _facts.Lines.Take(_facts.Headline - HeadLines).Any(line => line.Parts.Any(part => part.Above().Contains(time)));

    private WrittenDate? Shown()
    {
        var near = _facts.Head(8, 15).Where(line => line.LinkShare < 0.9 && !IsToday(line)).ToList();
        return First(near.Where(line => !ShownDates.IsChange(line.Text)))
            ?? First(_facts.Lines.Where(line => line.Text.Length < 160 && ShownDates.IsPublished(line.Text))
                .OrderBy(line => ShownDates.IsLabel(line.Text) ? 0 : 1))
            ?? Dateline() ?? First(near) ?? First(_facts.Lines.Where(line => IsDated(line.Block)).Take(20))
            ?? First(_facts.Lines.Where(line => line.Block.Name == "h1"))
            ?? First(_facts.Lines.Skip(_facts.Headline + 1)
                .Where(line => line.Text.Length < 60 && line.LinkShare < 0.5 && !IsToday(line)).Take(400));
    }

    // "Karlsruhe, (12.11.2026). …"
    private WrittenDate? Dateline() => _facts.Head(0, 8).Where(line => line.Text.Length > 80)
        .Select(line => ShownDates.Dateline(line.Text, _now)).FirstOrDefault(date => date is not null);

    private WrittenDate? First(IEnumerable<PageLine> lines) =>
        lines.Select(line => ShownDates.In(line.Text, _now)).FirstOrDefault(date => date is not null);

    // "2 jam yang lalu" below the headline.
    private WrittenDate? Spoken() => _facts.Head(3, 6).Where(line => line.Text.Length < LongestSpoken && line.LinkShare < 0.5
            && !SpokenTime.IsHourAlone(line.Text))
        .Select(line => SpokenTime.Parse(line.Text, _zone ?? TimeZoneInfo.Utc, _now)).OfType<(DateTimeOffset Instant, bool IsDay)>()
        .Select(told => new WrittenDate(told.Instant.UtcDateTime, TimeSpan.Zero, !told.IsDay)).FirstOrDefault();

    // What scripts are told, and what stands in the headline or the summary.
    private WrittenDate? Hidden() =>
        PageScripts.Of(_facts.Root, _ => true).Select(script => Data().Match(script)).Where(match => match.Success)
            .Select(match => Parse(match.Groups[1].Value)).FirstOrDefault(date => date is not null)
        ?? new[] { _facts.Metas.First("og:title"), _facts.Metas.First("description", "og:description") }.OfType<string>()
            .Select(text => text.Length > 200 ? null : ShownDates.In(text, _now)).FirstOrDefault(date => date is not null);

    // Papers show the present day above all pages.
    private static bool IsToday(PageLine line) =>
        line.Parts[0].Above().Take(4).Any(node => TodayHint().IsMatch(node.Hints));

    private static bool IsDated(PageNode block) => DateHint().IsMatch(block.Hints);

    private WrittenDate? InAddress() =>
        AddressDay().Match(_facts.Address.AbsolutePath) is { Success: true } day
            ? Parse(string.Join('-', day.Groups.Values.Skip(1).Where(part => part.Success).Select(part => part.Value.PadLeft(2, '0'))))
            : null;

    private WrittenDate? Parse(string? text) => WrittenDate.Parse(text, _now);

    private ArticleDate? Settle(WrittenDate? date)
    {
        if (date is null)
            return null;
        var day = DateOnly.FromDateTime(date.Local);
        if (!date.HasTime)
            return SameDay(date) is { } timed ? ArticleDate.At(timed) : new(day, null);
        var offset = Meant(date);
        if (offset is null)
            return new(day, null);
        var instant = new DateTimeOffset(DateTime.SpecifyKind(date.Local, DateTimeKind.Unspecified), offset.Value);
        return ArticleDate.At(offset == TimeSpan.Zero ? AsShown(instant) : instant);
    }

    // An instant in UTC of which the page shows another day, or another time of day, is meant in another zone.
    private DateTimeOffset AsShown(DateTimeOffset instant)
    {
        if (_shown is null or { IsOfChange: true, Offset: null }
            || (_shown.Local - instant.DateTime).Duration() > TimeSpan.FromHours(_shown.HasTime ? 14 : 36))
            return instant;
        var apart = _shown.HasTime ? _shown.Local - instant.DateTime : TimeSpan.Zero;
        var quarters = Math.Round(apart.TotalMinutes / 15);
        if (quarters != 0 && Math.Abs(apart.TotalMinutes - (quarters * 15)) < 1.01)
            return instant.ToOffset(TimeSpan.FromMinutes(quarters * 15));
        var zones = Enumerable.Range(1, 12).SelectMany(hours => (int[])[-hours, hours]).Prepend(0);
        return zones.Select(hours => instant.ToOffset(TimeSpan.FromHours(hours)))
            .FirstOrDefault(local => local.Date == _shown.Local.Date, instant);
    }

    // "Z" behind a time that the page shows as local is wrong.
    private TimeSpan? Meant(WrittenDate date) =>
        _shown is { HasTime: true, Offset: not null } && date.Offset is null or { Ticks: 0 } && SameClock(date, _shown)
            ? _shown!.Offset : date.Offset ?? _shown?.Offset ?? _zone?.GetUtcOffset(date.Local);

    private static bool SameClock(WrittenDate one, WrittenDate? other) =>
        other is not null && Math.Abs((one.Local - other.Local).TotalSeconds) < 60;

    private DateTimeOffset? SameDay(WrittenDate date) =>
        _shown is { HasTime: true } shown && shown.Local.Date == date.Local.Date
            && (shown.Offset ?? _zone?.GetUtcOffset(shown.Local)) is { } offset
            ? new DateTimeOffset(DateTime.SpecifyKind(shown.Local, DateTimeKind.Unspecified), offset) : null;

    [GeneratedRegex(
        @"(?<![\w$])(?:content_?)?(?:datePublished|published_?(?:at|date|time|on)?|publish_?(?:date|time|dt|ed_?at)|publication_?date"
            + @"|first_?publish\w*|display_?date|deploy_?(?:dt|date)|post_?date|pub_?date|date_?published)\\?['""]?\s*[:=]\s*"
            + @"\\?['""]([^'""\\]{8,40})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Data();

    [GeneratedRegex(@"[ _-](?:date|time|published|pubdate|posted|post-?meta|entry-?meta|waktu|tanggal|datum)[ _-]")]
    private static partial Regex DateHint();

    [GeneratedRegex(@"^data-(?:(?:pub(?:lish(?:ed)?)?|post(?:ed)?|created?)-?)?(?:date(?:-?time)?|time(?:-?stamp)?|published|unix|epoch"
        + @"|utime|livestamp|ts|iso|at)$")]
    private static partial Regex DateAttribute();

    [GeneratedRegex(@"[ _-](?:today|hari-?ini|current-?(?:date|time|day)|date-?(?:now|today)|clock)[ _-]")]
    private static partial Regex TodayHint();

    [GeneratedRegex(
        @"(?:^|[^a-z])publi(?:sh|cation|shed)?[-_:.]?(?:date|time|on|at)(?:[-_:.]?(?:iso|utc|time))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex PublishedName();

    // Also in one number with the time of day and more behind it: "/20260724090312-32-1201/".
    [GeneratedRegex(@"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:/|-|$)"
        + @"|/[A-Z]?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6}|\d{9,})?(?:[/.-]|$)")]
    private static partial Regex AddressDay();
}
