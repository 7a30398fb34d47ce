using System.Net;
using FeedHub.Demo;
using FeedHub.Syndication.Extracting;
using FeedHub.Syndication.Reading;

namespace FeedHub.Tests.Demo;

/// <summary>The paper whose feed has summaries, and whose articles stand on two pages.</summary>
public sealed class PagedPaperTests
{
    [Fact]
    public async Task ItsArticles_StandOnTwoPages_ThatJoinToTheWholeText()
    {
        await using var room = await OpenNewsroom.StartAsync();
        var paper = Publishers.All.Single(publisher => publisher.Paged);
        var item = new Newsdesk(OpenNewsroom.Start, room.Newsroom.Address).EditionOf(paper, OpenNewsroom.Start).Items[0];

        var first = await ReadAsync(room, item.Url);
        var second = await ReadAsync(room, first.Next!);

        var joined = ArticleJoiner.Join([first, second]);
        Assert.Null(second.Next);
        Assert.All(ParagraphsOf(item), paragraph => Assert.Contains(paragraph, joined.Text, StringComparison.Ordinal));
        Assert.True(joined.Text!.Length > first.Text!.Length);
    }

    private static async Task<Article> ReadAsync(OpenNewsroom room, string address)
    {
        using var answer = await room.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ArticlePage.Read(await answer.Content.ReadAsByteArrayAsync(), "text/html; charset=utf-8", new(address), OpenNewsroom.Start);
    }

    // What every regional paper prints beside its text is not part of the article.
    private static IEnumerable<string> ParagraphsOf(NewsItem item) => item.Html.Split('\n')
        .Where(line => !line.Contains("BACA JUGA", StringComparison.Ordinal) && !line.Contains("Kategori", StringComparison.Ordinal))
        .Select(HtmlText.ToPlainText);
}
