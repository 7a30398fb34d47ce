using System.Net;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Extracting;

/// <summary>Joins an article that its site has cut into several pages.</summary>
public static class ArticleJoiner
{
    // A shorter line may be said twice in one article.
    private const int LeastRepeated = 40;

    // A page of which less than a fifth is new goes on with nothing.
    private const int LeastNew = 5;

    /// <summary>The first page's article with the texts of all; what a further page repeats of those before is left out. The first one
    /// itself where there is no other with a text.</summary>
    /// <param name="pages">The pages in their order; at least one.</param>
    public static Article Join(IReadOnlyList<Article> pages)
    {
        var told = pages.Where(page => page.Text is not null).ToList();
        if (told.Count < 2)
            return told.Count == 1 ? pages[0] with { Text = told[0].Text, Html = told[0].Html, Nothing = null } : pages[0];
        var seen = new HashSet<string>();
        var parts = told.Select(page => WithoutRepeats(page, seen)).ToList();
        return pages[0] with
        {
            Text = string.Join('\n', parts.Select(part => part.Text).Where(text => text.Length > 0)),
            Html = string.Concat(parts.Select(part => part.Html)),
            Authors = First(pages, page => page.Authors),
            Editors = First(pages, page => page.Editors),
            Keywords = First(pages, page => page.Keywords),
            Next = null,
            Nothing = null,
        };
    }

    /// <summary>Why a further page does not belong to this article, or adds nothing to it; null if it goes on with it.</summary>
    /// <param name="pages">The pages so far, in their order; at least one.</param>
    /// <param name="further">The page that the last of them calls its next one.</param>
    /// <param name="address">Where that is.</param>
    public static Reason? WhyEnds(IReadOnlyList<Article> pages, Article further, string address) =>
        TitleWords.AreOfOthers(pages[0].Title, further.Title) ? Reason.Of(ReasonCode.PageOfAnother, address)
        : further.Text is { } text && IsRepeated(pages, text) ? Reason.Of(ReasonCode.PageRepeats, address)
        : null;

    // Numbers alone make no other line: a page that is made again for each number has only these.
    private static bool IsRepeated(IReadOnlyList<Article> pages, string text)
    {
        var known = pages.SelectMany(page => (page.Text ?? "").Split('\n')).Select(TitleWords.Letters).ToHashSet();
        var lines = text.Split('\n').Select(TitleWords.Letters).Where(line => line.Length > 0).ToList();
        return lines.Where(line => !known.Contains(line)).Sum(line => line.Length) * LeastNew <= lines.Sum(line => line.Length);
    }

    private static IReadOnlyList<string> First(IReadOnlyList<Article> pages, Func<Article, IReadOnlyList<string>> of) =>
        pages.Select(of).FirstOrDefault(list => list.Count > 0) ?? [];

    private static (string Text, string Html) WithoutRepeats(Article page, HashSet<string> seen)
    {
        var (lines, html) = (new List<string>(), page.Html ?? "");
        foreach (var line in page.Text!.Split('\n'))
        {
            if (line.Length < LeastRepeated || seen.Add(line))
                lines.Add(line);
            else
                html = html.Replace($"<p>{WebUtility.HtmlEncode(line)}</p>", "", StringComparison.Ordinal);
        }

        return (string.Join('\n', lines), html);
    }
}
