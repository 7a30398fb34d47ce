using FeedHub.Categories;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Syndication.Extracting.Lists;
using Microsoft.Extensions.Options;

namespace FeedHub.Sources;

/// <summary>Which values a source's properties may have; feeds.json has the same rules with places (FeedsFileReader).</summary>
public sealed class SourceRules(Taggers taggers, IOptions<FeedHubOptions> options)
{
    /// <summary>What is wrong with the edit first, naming the property and what to write instead; null if nothing.</summary>
    public string? WhyInvalid(SourceEdit edit) =>
        ProblemsOf(edit).Select(problem => $"{problem.Name}: {problem.Words}").FirstOrDefault();

    /// <summary>All that is wrong with the edit, by the property's name: what, and what to write instead.</summary>
    public IEnumerable<(string Name, string Words)> ProblemsOf(SourceEdit edit)
    {
        if (edit.Url is not null && SourceUrl.Problem(edit.Url) is { } url)
            yield return ("url", url);
        foreach (var (name, words) in edit.Problems)
            yield return (name, words);
        if (CategorySlugs.WhyUnknown(edit.Declared.Categories, taggers.Vocabulary) is { } unknown)
            yield return (SourceProperties.Category.Name, unknown);
        var client = options.Value.Polling.AllowClientHeaders;
        if (HeadersOf(edit).Select(h => FeedHeaders.NameProblem(h.Key, client) ?? FeedHeaders.ValueProblem(h.Value))
            .FirstOrDefault(problem => problem is not null) is { } bad)
            yield return (SourceProperties.Headers.Name, bad);
    }

    /// <summary>Why a source of this kind has no such selectors; null if it may.</summary>
    public static string? WhyMisplaced(SourceKind kind, ListSelectors? selectors) =>
        SelectorsProperty.ProblemOf(kind, selectors) is { } problem ? $"{SourceProperties.Selectors.Name}: {problem}" : null;

    /// <summary>The same of a source with the edit; one that has such selectors from before may be edited otherwise.</summary>
    public static string? WhyMisplaced(SourceEdit edit, Source source) =>
        !edit.Says(SourceProperties.Kind) && !edit.Says(SourceProperties.Selectors) ? null
            : WhyMisplaced(
                edit.Says(SourceProperties.Kind) ? edit.Declared.Kind : source.Declared.Kind,
                edit.Says(SourceProperties.Selectors) ? edit.Declared.Selectors : source.Declared.Selectors);

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(SourceEdit edit) => edit.Declared.Headers.Concat(
        edit.HeaderChanges.Where(h => h.Value is not null).Select(h => KeyValuePair.Create(h.Key, h.Value!)));
}
