
namespace FeedHub.Model.Sources.Properties;

/// <summary>
/// The table of what can be declared of a source besides its address. feeds.json, its schema, the API and its description, the form, the
/// audit log and the exports follow it. Where a property is new: <see cref="DeclaredSource"/>, a line here, feeds.schema.json,
/// docs/sources.md and a migration.
/// </summary>
public static class SourceProperties
{
    /// <summary>The name to show.</summary>
    public static readonly TextProperty Title = new("title", d => d.Title, (d, text) => d.Title = text)
    {
        Opml = OpmlCarriage.Common,
        Meaning = "Name of the source. Default: the feed's own title.",
        Example = new("the name to show", "nama yang ditampilkan"),
        IsLeftByBlank = true,
        Label = ("Title", "Judul"),
        Placeholder = ("the feed's own", "milik feed itu sendiri"),
    };

    /// <summary>Slugs that every item has.</summary>
    public static readonly CategoriesProperty Category = new("category")
    {
        Opml = OpmlCarriage.Common,
        Meaning = "A category or a list of them: every item of this source has them.",
        Label = ("Categories of every item", "Kategori setiap butir"),
        Placeholder = ("politics, sport", "politics, sport"),
        AuditName = "categories",
    };

    /// <summary>BCP 47.</summary>
    public static readonly TextProperty Language = new("language", d => d.Language, (d, text) => d.Language = text)
    {
        Opml = OpmlCarriage.Common,
        Meaning = "Language as BCP 47 writes it, such as id or en-GB. Default: the feed's own, else detected.",
        Example = new("a tag such as \"id\"", "tag seperti \"id\""),
        Rule = LanguageTag.Problem,
        IsLeftByBlank = true,
        Label = ("Language", "Bahasa"),
        Placeholder = ("the feed's own", "milik feed itu sendiri"),
    };

    /// <summary>IANA name.</summary>
    public static readonly TextProperty TimeZone = new("timeZone", d => d.TimeZone, (d, text) => d.TimeZone = text)
    {
        Opml = OpmlCarriage.None,
        Meaning = "IANA name such as Asia/Jakarta, for dates that carry no zone. Default: UTC.",
        Example = new("a name such as \"Asia/Jakarta\"", "nama seperti \"Asia/Jakarta\""),
        Rule = TimeZoneName.Problem,
        IsLeftByBlank = true,
        Label = ("Time zone of dates without one", "Zona waktu untuk tanggal tanpa zona"),
        Placeholder = ("UTC, or such as Asia/Jakarta", "UTC, atau misalnya Asia/Jakarta"),
    };

    /// <summary>Fixed time between two polls.</summary>
    public static readonly TextProperty Interval = new(
        "interval", d => d.Interval?.ToString("c"), (d, text) => d.Interval = text is null ? null : PollInterval.Read(text, out _))
    {
        Opml = OpmlCarriage.None,
        Meaning = "Fixed time between two polls, such as 15m, 1h30m or 1 day, or as hours, minutes and seconds: 00:15:00; 31 days at most; "
            + $"{PollInterval.Meaning}. Default: adaptive.",
        Example = new("a time such as \"00:15:00\"", "waktu seperti \"00:15:00\""),
        Rule = PollInterval.Problem,
        Declaring = (declared, source, now) => source.PollEvery(declared.Interval, now),
        Label = ("Interval", "Selang"),
        Placeholder = ("FeedHub's choice, or such as 15m", "pilihan FeedHub, atau misalnya 15m"),
        Hint = (PollInterval.Meaning, PollInterval.MeaningInIndonesian),
    };

    /// <summary>What stands at its address.</summary>
    public static readonly TextProperty Kind = new("kind", d => Lower(d.Kind), (d, text) => d.Kind = Value<SourceKind>(text))
    {
        Meaning = "What stands at the address. feed: RSS, Atom or JSON Feed. sitemap: a news sitemap or an index of such. "
            + "page: a page that lists articles.",
        Example = new("\"feed\", \"sitemap\" or \"page\"", "\"feed\", \"sitemap\", atau \"page\""),
        Choices = NamesOf<SourceKind>(),
        Label = ("Kind", "Jenis"),
        Declaring = (declared, source, now) =>
        {
            if (declared.Kind != source.Declared.Kind)
                source.ReadAgain(now);
            source.Declared.Kind = declared.Kind;
        },
    };

    /// <summary>Where the entries of a page are.</summary>
    public static readonly SelectorsProperty Selectors = new("selectors")
    {
        Meaning = "Of a page: CSS of what holds one entry (item, required) and, within it, of its link, title, date, summary and image. "
            + "Default: FeedHub's own proposal.",
        Label = ("Selectors of a page", "Selektor halaman"),
        Declaring = (declared, source, now) =>
        {
            if (declared.Selectors != source.Declared.Selectors)
                source.ReadAgain(now);
            source.Declared.Selectors = declared.Selectors;
        },
        Placeholder = (
            "FeedHub's proposal, or a line each such as item: article.card",
            "usulan FeedHub, atau satu per baris, misalnya item: article.card"),
    };

    /// <summary>What is republished.</summary>
    public static readonly TextProperty Content = new(
        "content", d => Lower(d.Republished), (d, text) => d.Content = Value<ContentPolicy>(text))
    {
        Meaning = "What is republished. full: what the source gives, sanitised. article: the same, and where the source gives no "
            + "whole text, the article from its page. summary: the summary alone. link: headline and link alone. Default: full; of a "
            + "sitemap or a page article.",
        Example = new("\"full\", \"article\", \"summary\" or \"link\"", "\"full\", \"article\", \"summary\", atau \"link\""),
        Choices = [.. NamesOf<ContentPolicy>().Skip(1)],
        Usual = declared => new() { Kind = declared.Kind },
        Label = ("Republish", "Terbitkan ulang"),
    };

    /// <summary>Path of the folder that it is in.</summary>
    public static readonly TextProperty Folder = new(
        "folder", d => d.Folder, (d, text) => d.Folder = text is null ? null : FolderPath.Normal(text))
    {
        Opml = OpmlCarriage.Common,
        Meaning = "Folder of the source: a path by slashes, such as Regional/Sumatra, of 10 names and 200 characters at most.",
        Example = new("a path such as \"Regional/Sumatra\"", "jalur seperti \"Regional/Sumatra\""),
        Rule = FolderPath.Problem,
        Label = ("Folder", "Folder"),
        Placeholder = ("such as Regional/Sumatra", "misalnya Regional/Sumatra"),
    };

    /// <summary>Whether robots.txt is asked.</summary>
    public static readonly TextProperty Robots = new("robots", d => Lower(d.Robots), (d, text) => d.Robots = Value<RobotsPolicy>(text))
    {
        Meaning = "Whether robots.txt is obeyed or ignored: for article pages, sitemaps and list pages. Feeds are asked for without it.",
        Example = new("\"obey\" or \"ignore\"", "\"obey\" atau \"ignore\""),
        Choices = NamesOf<RobotsPolicy>(),
        Label = ("robots.txt", "robots.txt"),
    };

    /// <summary>Sent with each poll.</summary>
    public static readonly HeadersProperty Headers = new("headers")
    {
        Opml = OpmlCarriage.None,
        Meaning = "Sent with each poll. A value env:NAME is read from the environment, so that no secret stands in the file.",
        Label = ("Headers of its polls", "Header saat diperiksa"),
        Placeholder = ("Authorization: env:ANTARA_TOKEN", "Authorization: env:ANTARA_TOKEN"),
    };

    /// <summary>False: paused.</summary>
    public static readonly FlagProperty Enabled = new("enabled", d => d.Enabled, (d, value) => d.Enabled = value)
    {
        Opml = OpmlCarriage.None,
        Meaning = "false: paused.",
        Declaring = Enable,
    };

    /// <summary>All of them, in the order in which files and forms have them.</summary>
    public static IReadOnlyList<SourceProperty> All { get; } =
        [Title, Category, Language, TimeZone, Interval, Kind, Selectors, Content, Folder, Robots, Headers, Enabled];

    /// <summary>The one with this name, or null.</summary>
    public static SourceProperty? Find(string name) => All.FirstOrDefault(property => property.Name == name);

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static T Value<T>(string? text)
        where T : struct, Enum => text is null ? default : Enum.Parse<T>(text, ignoreCase: true);

    private static void Enable(DeclaredSource declared, Source source, DateTimeOffset now)
    {
        if (declared.Enabled != source.Declared.Enabled)
            source.Enable(declared.Enabled, now);
    }
}
