using FeedHub.Model.Articles;
using FeedHub.Syndication.Writing;

namespace FeedHub.Articles;

/// <summary>What came of a page, in a line.</summary>
internal static class PageWords
{
    /// <summary>Its address without secrets, and what came of it.</summary>
    public static string Of(QueuedPage page, PageAnswer? answer) => Of(page.Url, answer);

    /// <summary>The same of an address.</summary>
    public static string Of(string url, PageAnswer? answer) => $"{ShownAddress.Of(url)}: {Of(answer)}";

    /// <summary>What came of it.</summary>
    public static string Of(PageAnswer? answer) => answer switch
    {
        null => "not wanted any more",
        { Article.Text: { } text } => FormattableString.Invariant($"read, {text.Length} characters")
            + (answer.Pages > 1 ? FormattableString.Invariant($" of {answer.Pages} pages") : "")
            + (answer.End is { } end ? $"; {end}" : ""),
        { Outcome: PageOutcome.Later } => $"later: {answer.Why}",
        _ => $"{answer.Why}",
    };
}
