using FeedHub.Model.Sources;
using FeedHub.Sources;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Writing;

namespace FeedHub.Dashboard.Sources;

/// <summary>The form of a source: its fields as typed, and the edit they mean.</summary>
public static class SourceForm
{
    private static readonly string[] Fields
        = ["url", "title", "category", "language", "timeZone", "interval", "content", "identity", "headers"];

    /// <summary>The source's properties as the form shows them.</summary>
    /// <param name="source">The source.</param>
    /// <param name="whole">False for those who may only look: without what is secret in addresses.</param>
    public static IReadOnlyDictionary<string, string> ValuesOf(Source source, bool whole) => new Dictionary<string, string>
    {
        ["url"] = whole ? source.Url : ShownAddress.Of(source.Url),
        ["title"] = (whole ? source.Declared.Title : ShownAddress.InText(source.Declared.Title)) ?? "",
        ["category"] = string.Join(", ", source.Declared.Categories),
        ["language"] = source.Declared.Language ?? "",
        ["timeZone"] = source.Declared.TimeZone ?? "",
        ["interval"] = source.Declared.Interval?.ToString("c") ?? "",
        ["content"] = source.Declared.Content.ToString(),
        ["identity"] = source.Feed.IdentityPinned ? source.Feed.Identity.ToString() : "",
    };

    /// <summary>What was typed.</summary>
    public static IReadOnlyDictionary<string, string> Typed(IFormCollection form) =>
        Fields.Where(form.ContainsKey).ToDictionary(field => field, field => form[field].ToString().Trim());

    // A line for each; one without a value takes its header out. What is wrong is said without the value, which may be a secret.
    private static (IReadOnlyDictionary<string, string?> Changes, string? Error) Headers(string typed)
    {
        var changes = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, line) in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
                return (changes, $"headers: line {index + 1} has no name; write one such as Authorization: env:NAME");
            var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
            if (!changes.TryAdd(name, value.Length == 0 ? null : value))
                return (changes, $"headers: {name} stands there twice; leave one of the two out");
        }

        return (changes, null);
    }

    /// <summary>Slugs written one after the other.</summary>
    public static IReadOnlyList<string> Slugs(string typed) =>
        [.. typed.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>The edit, or what is wrong with a field. A field left empty sets its property back to none.</summary>
    public static (SourceEdit? Edit, string? Error) Read(IReadOnlyDictionary<string, string> typed)
    {
        string? Value(string field) => typed.GetValueOrDefault(field) is { Length: > 0 } value ? value : null;
        string? problem = null;
        TimeSpan? interval = Value("interval") is { } text ? PollInterval.Read(text, out problem) : null;
        if (problem is not null)
            return (null, $"interval: {problem}");
        var (headers, wrong) = Headers(Value("headers") ?? "");
        if (wrong is not null)
            return (null, wrong);
        return (new SourceEdit
        {
            Url = Value("url"),
            Title = Value("title"),
            Categories = Slugs(Value("category") ?? ""),
            Language = Value("language"),
            TimeZone = Value("timeZone"),
            Interval = interval,
            Content = Enum.TryParse<ContentPolicy>(Value("content"), ignoreCase: true, out var content) && Enum.IsDefined(content)
                ? content
                : null,
            Identity = Enum.TryParse<IdentityPolicy>(Value("identity"), ignoreCase: true, out var identity) && Enum.IsDefined(identity)
                ? identity
                : null,
            HeaderChanges = headers,
            Cleared = Fields.Where(field => Value(field) is null).ToHashSet(),
        }, null);
    }
}
