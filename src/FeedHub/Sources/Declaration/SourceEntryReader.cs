using FeedHub.Model.Sources;
using FeedHub.Model.Words;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads entries of <c>sources</c>.</summary>
internal sealed class SourceEntryReader(FeedsFileErrors errors, KnownSlugs slugs, HeadersReader headers)
{
    private const string Example = "{ \"url\": \"https://example.org/feed.xml\" }";
    private readonly Dictionary<string, (string Url, int Line)> _listed = [];

    // Asking the system for a zone, and for names near to it, is slow; files have thousands of sources and a handful of zones.
    private readonly Dictionary<string, string?> _zoneProblems = [];

    /// <summary>The address as the file spells it, by its key; for rules that name a source.</summary>
    public string? Listed(string url) =>
        SourceUrl.Problem(url) is null && _listed.TryGetValue(SourceUrl.Key(url), out var found) ? found.Url : null;

    /// <summary>Addresses in file order.</summary>
    public IEnumerable<string> Urls => _listed.Values.Select(l => l.Url);

    /// <summary>The entry; not to be used if there are errors.</summary>
    public SourceEntry? Read(PositionedJson value) =>
        FileProperties.Of(value, "a source", Example, FeedsFileNames.Source, errors) is { } properties
            ? Entry(value, properties)
            : null;

    private SourceEntry Entry(PositionedJson value, FileProperties properties) => new()
    {
        Url = Url(value, properties),
        Title = properties.Text("title", "the name to show")?.Text,
        Categories = [.. properties.TextOrTexts("category", "a slug such as \"politics\"").Select(slugs.Checked).Distinct()],
        Language = Checked(properties.Text("language", "a tag such as \"id\""), LanguageTag.Problem),
        TimeZone = Checked(properties.Text("timeZone", "a name such as \"Asia/Jakarta\""), ZoneProblem),
        Interval = Interval(properties.Text("interval", "a time such as \"00:15:00\"")),
        Content = Content(properties.Text("content", "\"full\", \"summary\" or \"link\"")),
        Headers = headers.Read(properties.Find("headers")),
        Enabled = properties.Flag("enabled", absent: true),
        Line = errors.LineOf(value),
        Hash = EntryHash.Of(value),
    };

    private string Url(PositionedJson entry, FileProperties properties)
    {
        if (properties.Find("url") is null)
        {
            errors.Add(entry, "this source has no address: add \"url\": \"https://…\"");
        }

        if (properties.Text("url", "an address such as \"https://example.org/feed.xml\"") is not { Text: { } url } value)
        {
            return "";
        }

        if ((SourceUrl.Problem(url) ?? Repeated(url, errors.LineOf(value))) is { } problem)
        {
            errors.Add(value, problem);
        }

        return url;
    }

    private string? Repeated(string url, int line)
    {
        var key = SourceUrl.Key(url);
        return _listed.TryAdd(key, (url, line))
            ? null
            : $"{SourceUrl.Quoted(url)} is listed twice, first on line {_listed[key].Line}: leave one of the two out";
    }

    private string? Checked(PositionedJson? value, Func<string, string?> problemOf)
    {
        if (value is not null && problemOf(value.Text!) is { } problem)
        {
            errors.Add(value, problem);
        }

        return value?.Text;
    }

    private string? ZoneProblem(string zone)
    {
        if (!_zoneProblems.TryGetValue(zone, out var problem))
        {
            _zoneProblems[zone] = problem = TimeZoneName.Problem(zone);
        }

        return problem;
    }

    private TimeSpan? Interval(PositionedJson? value)
    {
        TimeSpan? interval = null;
        Checked(value, text =>
        {
            interval = PollInterval.Read(text, out var problem);
            return problem;
        });
        return interval;
    }

    private ContentPolicy Content(PositionedJson? value)
    {
        Checked(value, text => FeedsFileNames.Content.Contains(text)
            ? null
            : $"{Wording.Quoted(text)} is no value of \"content\": {Wording.Instead(text, FeedsFileNames.Content)}");
        return value?.Text switch
        {
            "summary" => ContentPolicy.Summary,
            "link" => ContentPolicy.Link,
            _ => ContentPolicy.Full,
        };
    }
}
