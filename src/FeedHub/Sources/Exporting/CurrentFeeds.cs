using FeedHub.Fetching;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Exporting;

/// <summary>The catalogue as <c>feeds.json</c> would declare it.</summary>
/// <param name="File">Valid as a whole.</param>
/// <param name="Notes">What of the catalogue the file cannot say, in words.</param>
public sealed record CurrentFeedsFile(FeedsFile File, IReadOnlyList<string> Notes);

/// <summary>Says in <c>feeds.json</c>'s terms what is polled now: pure decisions.</summary>
/// <param name="vocabulary">The categories there are.</param>
internal sealed class CurrentFeeds(Vocabulary vocabulary)
{
    private readonly List<string> _notes = [];

    /// <summary>The file, with the sources in the order given.</summary>
    /// <param name="head">Title, description, schema and feeds of one's own to write.</param>
    /// <param name="sources">The catalogue.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="drops">The drop rules in force.</param>
    /// <param name="declared">Which source each address of the present file stands for.</param>
    public CurrentFeedsFile Of(
        FeedsFile head,
        IReadOnlyList<Source> sources,
        IReadOnlyList<CategoryRule> rules,
        IReadOnlyList<DropRule> drops,
        IReadOnlyDictionary<string, long> declared)
    {
        var file = head with
        {
            Sources = [.. sources.Select(Entry)],
            Categories = [.. rules.Select(rule => Of(
                Say($"the rule for '{rule.Slug}'", $"aturan untuk '{rule.Slug}'"), rule.Sources, sources, declared) is { } names
                ? rule with { Sources = names }
                : null).OfType<CategoryRule>()],
            Drop = [.. drops.Select(rule => Of(
                Say($"the drop rule '{rule.Name}'", $"aturan penyaring '{rule.Name}'"), rule.Sources, sources, declared) is { } names
                ? rule with { Sources = names }
                : null).OfType<DropRule>()],
        };
        return new(file with { Feeds = [.. file.Feeds.Where(Usable(new(file.Categories)))] }, _notes);
    }

    /// <summary>The environment variable that a literal header becomes.</summary>
    public static string VariableFor(Source source, string header) =>
        string.Concat($"FEEDHUB_{source.Slug}_{header}".Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    // Ids of sources may come back with them, and the file takes any; a category is there or is not.
    private Func<OwnFeed, bool> Usable(Vocabulary written) => feed =>
    {
        var problem = new OwnFeedRules(written, sources: null).Problems(feed).FirstOrDefault();
        if (problem is not null)
            _notes.Add(Say(
                $"the feed '{feed.Slug}' cannot be written ({problem.Message}): it is left out",
                $"feed '{feed.Slug}' tidak dapat ditulis ({problem.Message}), jadi dilewatkan"));
        return problem is null;
    };

    private SourceEntry Entry(Source source)
    {
        var declared = source.Declared.Copy();
        declared.Categories = [.. declared.Categories.Where(slug => Known(source, slug))];
        declared.Headers = declared.Headers.ToDictionary(h => h.Key, h => Reference(source, h.Key, h.Value));
        return new() { Url = source.Url, Declared = declared, Hash = "" };
    }

    private bool Known(Source source, string slug)
    {
        if (vocabulary.Find(slug) is not null)
            return true;
        _notes.Add(Say(
            $"'{source.DisplayTitle}' ({source.Slug}) has the category '{slug}', which no rule makes any more: it is left out",
            $"'{source.DisplayTitle}' ({source.Slug}) berkategori '{slug}', yang tidak dibuat aturan mana pun lagi: dilewatkan"));
        return false;
    }

    // The file is made to be committed: a secret stands in no such place.
    private string Reference(Source source, string header, string value)
    {
        if (FeedHeaders.VariableOf(value) is not null)
            return value;
        var variable = VariableFor(source, header);
        _notes.Add(Say(
            $"'{source.DisplayTitle}' ({source.Slug}) has the value of its header {header} in the database; the file names the "
                + $"environment variable {variable} instead: set it to that value before FeedHub starts with this file",
            $"nilai header {header} milik '{source.DisplayTitle}' ({source.Slug}) ada di basis data; sebagai gantinya berkas menyebut "
                + $"variabel environment {variable}: isi dengan nilai itu sebelum FeedHub dimulai dengan berkas ini"));
        return $"env:{variable}";
    }

    // A rule names sources by the address that the file had, or by id. Null: those that it held for are gone, and the rule with them.
    private List<string>? Of(
        string rule, IReadOnlyList<string> names, IReadOnlyList<Source> sources, IReadOnlyDictionary<string, long> declared)
    {
        var named = names.Select(name => Now(name, sources, declared)).OfType<string>().ToList();
        foreach (var gone in names.Where(name => Now(name, sources, declared) is null))
            _notes.Add(Say(
                $"{rule} names {ShownAddress.Of(gone)}, which is not a source any more: left "
                    + $"out{(named.Count == 0 ? " with the rule, which held for nothing else" : "")}",
                $"{rule} menyebut {ShownAddress.Of(gone)}, yang bukan sumber lagi: dilewatkan"
                    + (named.Count == 0 ? " bersama aturannya, yang tidak berlaku untuk apa pun lagi" : "")));
        return named.Count == 0 && names.Count > 0 ? null : named;
    }

    private static string? Now(string name, IReadOnlyList<Source> sources, IReadOnlyDictionary<string, long> declared)
    {
        if (SourceUrl.Problem(name) is not null)
            return name;
        var key = SourceUrl.Key(name);
        return (sources.FirstOrDefault(s => s.UrlKey == key)
            ?? sources.FirstOrDefault(s => declared.TryGetValue(key, out var id) && s.Id == id))?.Url;
    }
}
