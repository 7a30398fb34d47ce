using FeedHub.Model.Sources;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Browsing;

/// <summary>What a list of sources is ordered by.</summary>
public enum SourceSort
{
    /// <summary>By the title that is shown.</summary>
    Title,

    /// <summary>Sources that need attention first.</summary>
    State,

    /// <summary>The busiest first.</summary>
    Items,

    /// <summary>By the last success, newest last.</summary>
    Success,

    /// <summary>What is due first.</summary>
    Next,

    /// <summary>The slowest first.</summary>
    Delay,

    /// <summary>By folder, each with its subfolders behind it; what has none comes last.</summary>
    Folder,
}

/// <summary>Which sources a page of the dashboard shows, and in which order.</summary>
public sealed record SourceQuery
{
    /// <summary>Words that the title, the address or the id have; empty: all.</summary>
    public string Search { get; init; } = "";

    /// <summary>Those in this state alone; null: all.</summary>
    public SourceState? State { get; init; }

    /// <summary>Those of this kind alone; null: all.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>Those with this category alone; empty: all.</summary>
    public string Category { get; init; } = "";

    /// <summary>Those in this language alone; empty: all.</summary>
    public string Language { get; init; } = "";

    /// <summary>Those in this folder and its subfolders alone; empty: all.</summary>
    public string Folder { get; init; } = "";

    public SourceSort Sort { get; init; }

    /// <summary>True: the other way round.</summary>
    public bool Reverse { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => Search.Length > 0 || State is not null || Kind is not null || Category.Length > 0 || Language.Length > 0
        || Folder.Length > 0;

    /// <summary>Reads a query string; what is wrong with it is never passed over, since actions on all that match would then meet
    /// others.</summary>
    public static (SourceQuery? Query, string? Error) Read(string queryString) => Read(QueryHelpers.ParseQuery(queryString));

    /// <inheritdoc cref="Read(string)"/>
    public static (SourceQuery? Query, string? Error) Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var given = values.ToDictionary(pair => pair.Key, pair => pair.Value.ToString().Trim(), StringComparer.OrdinalIgnoreCase);
        string Text(string name) => given.GetValueOrDefault(name) ?? "";
        if (Unknown<SourceState>(Text("state")) is { } states)
            return (null, Say(
                $"state: '{Text("state")}' is not a state; write one of {states}",
                $"state: '{Text("state")}' bukan keadaan; tulis salah satu dari {states}"));
        if (Unknown<SourceKind>(Text("kind")) is { } kinds)
            return (null, Say(
                $"kind: '{Text("kind")}' is not a kind; write one of {kinds}",
                $"kind: '{Text("kind")}' bukan jenis; tulis salah satu dari {kinds}"));
        if (Unknown<SourceSort>(Text("sort")) is { } sorts)
            return (null, Say(
                $"sort: '{Text("sort")}' is nothing to sort by; write one of {sorts}",
                $"sort: '{Text("sort")}' bukan urutan; tulis salah satu dari {sorts}"));
        if (Text("page") is { Length: > 0 } page && !(int.TryParse(page, out var number) && number > 0))
            return (null, Say(
                $"page: '{page}' is not a number of a page; write one from 1",
                $"page: '{page}' bukan nomor halaman; tulis angka mulai 1"));
        if (Text("folder") is { Length: > 0 } folder && FolderPath.Problem(folder) is { } problem)
            return (null, $"folder: {problem}");
        return (new()
        {
            Search = Text("q"),
            State = Enum.TryParse<SourceState>(Text("state"), ignoreCase: true, out var state) ? state : null,
            Kind = Enum.TryParse<SourceKind>(Text("kind"), ignoreCase: true, out var kind) ? kind : null,
            Category = Text("category"),
            Language = Text("language"),
            Folder = FolderPath.Normal(Text("folder")),
            Sort = Enum.TryParse<SourceSort>(Text("sort"), ignoreCase: true, out var sort) ? sort : default,
            Reverse = Text("reverse") == "1",
            Page = int.TryParse(Text("page"), out var from) ? from : 1,
        }, null);
    }

    /// <summary>The query string that says the same, without its question mark.</summary>
    public override string ToString() => string.Join('&', Parts().Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    /// <summary>Address of the list.</summary>
    public string Address => ToString() is { Length: > 0 } query ? $"/hangfire/sources?{query}" : "/hangfire/sources";

    private IEnumerable<(string Name, string Value)> Parts()
    {
        if (Search.Length > 0)
            yield return ("q", Search);
        if (State is { } state)
            yield return ("state", state.ToString().ToLowerInvariant());
        if (Kind is { } kind)
            yield return ("kind", kind.ToString().ToLowerInvariant());
        if (Category.Length > 0)
            yield return ("category", Category);
        if (Language.Length > 0)
            yield return ("language", Language);
        if (Folder.Length > 0)
            yield return ("folder", Folder);
        if (Sort != default)
            yield return ("sort", Sort.ToString().ToLowerInvariant());
        if (Reverse)
            yield return ("reverse", "1");
        if (Page > 1)
            yield return ("page", Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // A number is not a name, though the enum would take it.
    private static string? Unknown<T>(string text)
        where T : struct, Enum =>
        text.Length == 0 || (Enum.TryParse<T>(text, ignoreCase: true, out _) && !char.IsAsciiDigit(text[0]))
            ? null
            : string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant();
}
