using System.Net;

namespace FeedHub.Demo;

/// <summary>What an outlet makes of a piece: its headline, its dateline and what it slips in between.</summary>
internal static class Retelling
{
    private static readonly string[] UselessWords = ["Headline", "", "BERITA UTAMA", "Daerah"];

    /// <summary>The headline; copies mostly change it.</summary>
    public static string Title(Release release)
    {
        var piece = release.Piece;
        var choice = Dice.Roll($"{release.By.Slug}!{release.Key}", piece.Alternatives.Count + 1);
        return release.IsCopy && release.By.Tracking is null && choice > 0 ? piece.Alternatives[choice - 1] : piece.Title;
    }

    /// <summary>The text as HTML.</summary>
    /// <param name="release">What is printed.</param>
    /// <param name="aside">A link that a copy slips in, as HTML; empty for none.</param>
    public static string Html(Release release, string aside)
    {
        var paragraphs = Paragraphs(release).Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>").ToList();
        if (aside.Length > 0)
            paragraphs.Insert(Math.Min(paragraphs.Count, 1 + (Roll(release) % 2)), aside);
        if (IsRegional(release.By))
            paragraphs.Add("<p>Kategori :</p>");
        return string.Join('\n', paragraphs);
    }

    /// <summary>The category words: the writer's, or in a copy what the copying outlet's system gives.</summary>
    public static IReadOnlyList<string> Categories(Release release)
    {
        if (!release.IsCopy || !IsRegional(release.By))
            return release.Piece.Categories;
        return Roll(release) % 2 == 0 ? [UselessWords[Roll(release) % UselessWords.Length]] : [.. release.Piece.Categories.Take(1)];
    }

    private static bool IsRegional(Publisher publisher) => publisher.Dateline.Contains(".EXAMPLE", StringComparison.Ordinal);

    private static IEnumerable<string> Paragraphs(Release release)
    {
        var (by, piece) = (release.By, release.Piece);
        var dateline = by.Dateline.Replace("{place}", piece.Place, StringComparison.Ordinal);

        // Newspapers cut agency copy from the end.
        var cut = release.IsCopy && by.Tracking is null && piece.Paragraphs.Count > 2 && Roll(release) % 3 == 0 ? 1 : 0;
        return piece.Paragraphs.SkipLast(cut).Prepend(dateline + piece.Lead);
    }

    private static int Roll(Release release) => Dice.Roll($"{release.By.Slug}:{release.Key}", 60);
}
