using FeedHub.Syndication.Tagging;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Categories;

/// <summary>Whether what somebody wrote are categories that there are: one check and one wording for forms, calls and filters.</summary>
internal static class CategorySlugs
{
    private const int LongestShown = 60;

    private const int MostShown = 10;

    /// <summary>What is wrong with the slugs that no category has, and what to write instead; null: all are known.</summary>
    public static string? WhyUnknown(IEnumerable<string> slugs, Vocabulary vocabulary)
    {
        var unknown = slugs.Where(slug => vocabulary.Find(slug) is null).Distinct().Take(MostShown + 1).ToList();
        return unknown switch
        {
            [] => null,
            [var only] => Unknown(only, vocabulary),
            _ => Say(
                $"{Names(unknown)} are unknown; write of {Known(vocabulary)}",
                $"{Names(unknown)} tidak dikenal; tulis dari {Known(vocabulary)}"),
        };
    }

    /// <summary>That there is no such category, and which there are.</summary>
    /// <param name="written">As somebody wrote it.</param>
    /// <param name="vocabulary">The categories there are.</param>
    public static string Unknown(string written, Vocabulary vocabulary)
    {
        var (shown, known) = (Quoted(written), Known(vocabulary));
        return Say($"{shown} is unknown; write one of {known}", $"{shown} tidak dikenal; tulis salah satu dari {known}");
    }

    private static string Names(List<string> unknown) =>
        string.Join(", ", unknown.Take(MostShown).Select(Quoted)) + (unknown.Count > MostShown ? ", …" : "");

    private static string Known(Vocabulary vocabulary) => string.Join(", ", vocabulary.All.Select(category => category.Slug));

    private static string Quoted(string written) => $"'{(written.Length > LongestShown ? written[..LongestShown] + "…" : written)}'";
}
