using FeedHub.Categories;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using Microsoft.Extensions.Options;

namespace FeedHub.Sources;

/// <summary>Which values a source's properties may have; feeds.json has the same rules with places (FeedsFileReader).</summary>
public sealed class SourceRules(Taggers taggers, IOptions<FeedHubOptions> options)
{
    /// <summary>What is wrong with the edit, naming the property and what to write instead; null if nothing.</summary>
    public string? WhyInvalid(SourceEdit edit)
    {
        if (edit.Url is not null && SourceUrl.Problem(edit.Url) is { } url)
            return $"url: {url}";
        if (edit.Problem is { } wrong)
            return wrong;
        if (edit.Declared.Categories.FirstOrDefault(slug => taggers.Vocabulary.Find(slug) is null) is { } unknown)
            return $"category: '{unknown}' is unknown; write one of {string.Join(", ", taggers.Vocabulary.All.Select(c => c.Slug))}";
        var headers = edit.Declared.Headers.Concat(
            edit.HeaderChanges.Where(h => h.Value is not null).Select(h => KeyValuePair.Create(h.Key, h.Value!)));
        var client = options.Value.Polling.AllowClientHeaders;
        return headers.Select(h => FeedHeaders.NameProblem(h.Key, client) ?? FeedHeaders.ValueProblem(h.Value))
            .FirstOrDefault(problem => problem is not null) is { } bad
            ? $"headers: {bad}"
            : null;
    }
}
