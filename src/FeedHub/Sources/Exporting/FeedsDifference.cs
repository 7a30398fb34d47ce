using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Exporting;

/// <summary>How an entry of the present file differs from its source.</summary>
public enum DifferenceKind
{
    /// <summary>A source that the file does not have.</summary>
    Added,

    /// <summary>An entry that no source stands for.</summary>
    Removed,

    /// <summary>A source that is another than the file says.</summary>
    Changed,
}

/// <summary>A property's value in the file, and the one that holds; null: none.</summary>
public sealed record PropertyDifference(string Name, string? From, string? To);

/// <summary>One source that the file on disk and the catalogue say different things of.</summary>
/// <param name="Kind">What is different.</param>
/// <param name="Title">The source's title, else its host.</param>
/// <param name="Url">Its address now; in the file, where no source stands for it.</param>
/// <param name="Slug">Its public id, or null.</param>
/// <param name="Properties">What changed; what an added one has.</param>
public sealed record SourceDifference(
    DifferenceKind Kind,
    string Title,
    string Url,
    string? Slug,
    IReadOnlyList<PropertyDifference> Properties);

/// <summary>Compares the file on disk with the catalogue: pure. Header values never appear, only where they come from.</summary>
internal static class FeedsDifference
{
    /// <summary>All differences: first the sources, then what the file has besides.</summary>
    /// <param name="onDisk">Entries of the file.</param>
    /// <param name="current">Each source with its entry as exported.</param>
    /// <param name="declared">Which source each address of the file stands for, by <see cref="SourceUrl.Key"/>.</param>
    public static IReadOnlyList<SourceDifference> Of(
        IReadOnlyList<SourceEntry> onDisk, IReadOnlyList<(Source Source, SourceEntry Entry)> current,
        IReadOnlyDictionary<string, long> declared)
    {
        var sources = current.ToDictionary(c => c.Source.Id, c => c);
        var byKey = current.ToDictionary(c => c.Source.UrlKey, c => c.Source.Id);
        var pairs = onDisk.Select(entry => (Entry: entry, Id: declared.TryGetValue(SourceUrl.Key(entry.Url), out var id)
            ? id
            : byKey.GetValueOrDefault(SourceUrl.Key(entry.Url)))).ToList();
        var named = pairs.Select(pair => pair.Id).ToHashSet();
        return
        [
            .. pairs.Where(pair => sources.ContainsKey(pair.Id)).Select(pair => Changed(pair.Entry, sources[pair.Id]))
                .Where(d => d.Properties.Count > 0),
            .. current.Where(c => !named.Contains(c.Source.Id)).Select(c => Changed(Nothing, c) with { Kind = DifferenceKind.Added }),
            .. pairs.Where(pair => !sources.ContainsKey(pair.Id)).Select(pair => new SourceDifference(
                DifferenceKind.Removed,
                Source.NameOf(pair.Entry.Declared.Title, null, pair.Entry.Url),
                pair.Entry.Url,
                null,
                [])),
        ];
    }

    private static readonly SourceEntry Nothing = new() { Url = "", Hash = "" };

    private static SourceDifference Changed(SourceEntry from, (Source Source, SourceEntry Entry) to) => new(
        DifferenceKind.Changed, to.Source.DisplayTitle, to.Source.Url, to.Source.Slug,
        [.. Properties(from, to.Entry).Where(p => p.From != p.To)]);

    // What is the same need not be said in words, and most of thousands is.
    private static IEnumerable<PropertyDifference> Properties(SourceEntry from, SourceEntry to) =>
        SourceProperties.All.Where(property => !property.AreSame(from.Declared, to.Declared))
            .Select(property => new PropertyDifference(property.Name, TextOf(property, from.Declared), TextOf(property, to.Declared)))
            .Prepend(new("url", from.Url.Length == 0 ? null : from.Url, to.Url.Length == 0 ? null : to.Url));

    private static string? TextOf(SourceProperty property, DeclaredSource declared) => property switch
    {
        _ when property.IsUsual(declared) => null,
        HeadersProperty => string.Join(", ", declared.Headers.OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => Say($"{h.Key} from {Origin(h.Value)}", $"{h.Key} dari {Origin(h.Value)}"))),
        FlagProperty flag => flag.Of(declared) ? "true" : "false",
        _ => property.TextOf(declared),
    };

    private static string Origin(string value) => FeedHeaders.VariableOf(value) is null
        ? Say("a value that is not shown", "nilai yang tidak ditampilkan")
        : value;
}
