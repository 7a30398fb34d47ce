using FeedHub.Categories;
using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Sources.Declaration;

namespace FeedHub.Sources;

/// <summary>Which values a source's properties may have; feeds.json has the same rules with places (FeedsFileReader).</summary>
public sealed class SourceRules(Taggers taggers)
{
    /// <summary>What is wrong with the edit, naming the property and what to write instead; null if nothing.</summary>
    public string? WhyInvalid(SourceEdit edit)
    {
        if (edit.Url is not null && SourceUrl.Problem(edit.Url) is { } url)
            return $"url: {url}";
        if (edit.Categories?.FirstOrDefault(slug => taggers.Vocabulary.Find(slug) is null) is { } unknown)
            return $"category: '{unknown}' is unknown; write one of {string.Join(", ", taggers.Vocabulary.All.Select(c => c.Slug))}";
        if (edit.TimeZone is { Length: > 0 } zone && TimeZoneName.Problem(zone) is { } unknownZone)
            return $"timeZone: {unknownZone}";
        if (edit.Language is { Length: > 0 } language && LanguageTag.Problem(language) is { } noLanguage)
            return $"language: {noLanguage}";
        var headers = (edit.Headers ?? new Dictionary<string, string>()).Concat(
            edit.HeaderChanges.Where(h => h.Value is not null).Select(h => KeyValuePair.Create(h.Key, h.Value!)));
        return headers.Select(h => FeedHeaders.NameProblem(h.Key) ?? FeedHeaders.ValueProblem(h.Value))
            .FirstOrDefault(problem => problem is not null) is { } bad
            ? $"headers: {bad}"
            : null;
    }
}
