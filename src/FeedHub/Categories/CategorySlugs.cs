using FeedHub.Syndication.Tagging;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Categories;

/// <summary>Whether what somebody wrote are categories that there are: one check and one wording for forms, calls and filters.</summary>
internal static class CategorySlugs
{
    private const int LongestShown = 60;

    /// <summary>What is wrong with the first slug that no category has, and what to write instead; null: all are known.</summary>
    public static string? WhyUnknown(IEnumerable<string> slugs, Vocabulary vocabulary) =>
        slugs.FirstOrDefault(slug => vocabulary.Find(slug) is null) is { } unknown ? Unknown(unknown, vocabulary) : null;

    /// <summary>That there is no such category, and which there are.</summary>
    /// <param name="written">As somebody wrote it.</param>
    /// <param name="vocabulary">The categories there are.</param>
    public static string Unknown(string written, Vocabulary vocabulary)
    {
        var shown = written.Length > LongestShown ? written[..LongestShown] + "…" : written;
        var known = string.Join(", ", vocabulary.All.Select(category => category.Slug));
        return Say($"'{shown}' is unknown; write one of {known}", $"'{shown}' tidak dikenal; tulis salah satu dari {known}");
    }
}
