using FeedHub.Discovering;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Model.Words;
using FeedHub.Sources;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Sources;

/// <summary>The form of a source: its fields as typed, and the edit they mean.</summary>
public static class SourceForm
{
    /// <summary>Field of the address.</summary>
    public const string Url = "url";

    /// <summary>Field of how its items are recognised.</summary>
    public const string Identity = "identity";

    /// <summary>Properties that have a field, except the headers, which are not shown.</summary>
    public static IReadOnlyList<SourceProperty> Shown { get; } =
        [.. SourceProperties.All.Where(property => property.Label is not null && property is not HeadersProperty)];

    private static readonly IReadOnlyList<string> Fields =
        [Url, .. Shown.Select(property => property.Name), Identity, SourceProperties.Headers.Name];

    /// <summary>The source's properties as the form shows them.</summary>
    /// <param name="source">The source.</param>
    /// <param name="whole">False for those who may only look: without what is secret in addresses.</param>
    public static IReadOnlyDictionary<string, string> ValuesOf(Source source, bool whole)
    {
        var values = Shown.ToDictionary(property => property.Name, property => property.TextOf(source.Declared) ?? "");
        if (!whole)
            values = values.ToDictionary(value => value.Key, value => ShownAddress.InText(value.Value) ?? "");
        if (source.Declared.Interval is { } interval)
            values[SourceProperties.Interval.Name] = Duration.Words(interval);
        values[Url] = whole ? source.Url : ShownAddress.Of(source.Url);
        values[Identity] = source.Feed.IdentityPinned ? source.Feed.Identity.ToString() : "";
        return values;
    }

    /// <summary>What was typed.</summary>
    public static IReadOnlyDictionary<string, string> Typed(IFormCollection form) =>
        Fields.Where(form.ContainsKey).ToDictionary(field => field, field => Typed(field, form[field].ToString()));

    // Categories are ticked one by one.
    private static string Typed(string field, string text) =>
        field == SourceProperties.Category.Name ? string.Join(", ", Slugs(text)) : text.Trim();

    /// <summary>The label of a field that has its value shown.</summary>
    public static string LabelOf(string field) => field switch
    {
        Url => SourcesText.AddressOfTheFeed,
        Identity => SourcesText.RecogniseItsItemsBy,
        _ => FieldText.Of(SourceProperties.Find(field)!),
    };

    // A line for each; one without a value takes its header out. What is wrong is said without the value, which may be a secret.
    private static (IReadOnlyDictionary<string, string?> Changes, string? Error) Headers(string typed)
    {
        var changes = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, line) in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
                return (changes, Say(
                    $"line {index + 1} has no name; write one such as Authorization: env:NAME",
                    $"baris {index + 1} tidak bernama; tulis misalnya Authorization: env:NAME"));
            var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
            if (!changes.TryAdd(name, value.Length == 0 ? null : value))
                return (changes, Say(
                    $"{name} stands there twice; leave one of the two out",
                    $"{name} tertulis dua kali; hapus salah satunya"));
        }

        return (changes, null);
    }

    /// <summary>Slugs written one after the other.</summary>
    public static IReadOnlyList<string> Slugs(string typed) =>
        [.. typed.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>The edit, and what is wrong with each field. A field left empty sets its property back to none; one that is not there
    /// leaves it as it is.</summary>
    public static (SourceEdit Edit, IReadOnlyDictionary<string, string> Errors) Read(
        IReadOnlyDictionary<string, string> typed, SourceRules rules)
    {
        var (headers, wrong) = Headers(typed.GetValueOrDefault(SourceProperties.Headers.Name) ?? "");
        var identity = typed.GetValueOrDefault(Identity);
        var isPinned = Enum.TryParse<IdentityPolicy>(identity, ignoreCase: true, out var policy) && Enum.IsDefined(policy);
        var edit = new SourceEdit
        {
            Url = typed.GetValueOrDefault(Url) is { Length: > 0 } url ? url : null,
            Identity = isPinned ? policy : null,
            SaysIdentity = isPinned || identity is "",
            HeaderChanges = headers,
        };
        foreach (var property in Shown.Where(property => typed.ContainsKey(property.Name)))
            Set(edit, property, typed[property.Name]);
        var errors = Errors(rules.ProblemsOf(edit with { Url = edit.Url is null ? null : TypedAddress.Of(edit.Url) }), wrong);
        if (identity is { Length: > 0 } && !isPinned)
            errors[Identity] = Wording.NoChoice(
                identity, Identity, [.. Enum.GetNames<IdentityPolicy>().Select(name => name.ToLowerInvariant())]);
        return (edit, errors);
    }

    /// <summary>What was found wrong with a field only when the edit was tried, such as <c>url: another source has this address</c>; null:
    /// it is not a field's.</summary>
    public static (string Field, string Words)? FieldOf(string? error)
    {
        var colon = error?.IndexOf(": ", StringComparison.Ordinal) ?? -1;
        return colon > 0 && Fields.Contains(error![..colon]) ? (error[..colon], error[(colon + 2)..]) : null;
    }

    private static Dictionary<string, string> Errors(IEnumerable<(string Name, string Words)> found, string? ofHeaders)
    {
        var errors = new Dictionary<string, string>();
        foreach (var (name, words) in found)
            errors.TryAdd(name, words);
        if (ofHeaders is not null)
            errors[SourceProperties.Headers.Name] = ofHeaders;
        return errors;
    }

    private static void Set(SourceEdit edit, SourceProperty property, string typed)
    {
        if (property is CategoriesProperty)
            edit.SayCategories(Slugs(typed));
        else if (property is SelectorsProperty)
            edit.SaySelectors(typed);
        else if (property is TextProperty text && (typed.Length > 0 || text.Choices.Count == 0))
            edit.Say(text, typed.Length == 0 ? null : typed);
    }
}
