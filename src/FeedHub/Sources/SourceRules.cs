using FeedHub.Categories;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
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

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(SourceEdit edit) => edit.Declared.Headers.Concat(
        edit.HeaderChanges.Where(h => h.Value is not null).Select(h => KeyValuePair.Create(h.Key, h.Value!)));
}
