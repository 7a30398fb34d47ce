using System.Globalization;
using static FeedHub.Syndication.Tests.Matching.Given;

namespace FeedHub.Syndication.Tests.Matching;

/// <summary>Copies and other articles of invented news, in both languages: what is the same is found, what is another stays
/// apart.</summary>
public class InventedNewsTests
{
    private const int WordsOfSummary = 32;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Copy_UnderAnotherHeadline_IsTheSame(bool sameSource) =>
        Each(news => news.Retitled, (news, copy) =>
        {
            Same(news.Article, copy, sameSource);
            Same(Summary(news.Article), Summary(copy), sameSource);
            Same(news.Article, Summary(copy), sameSource);
        });

    [Fact]
    public void Copy_InAnotherDesksSpelling_IsTheSame() =>
        Each(news => news.Spelt, (news, copy) =>
        {
            Same(news.Article, copy);
            Same(Summary(news.Article), Summary(copy));
        });

    [Fact]
    public void Copy_WithASentenceLessAndOneMore_UnderAnotherHeadline_IsTheSame() =>
        Each(news => news.Retitled, (news, copy) => Same(
            news.Article,
            copy with { Text = string.Join(' ', news.Sentences.Where((_, i) => i != 1)) + " Redaksi masih menunggu keterangan lain." }));

    [Fact]
    public void Copy_WithEverySeventhWordChanged_UnderAnotherHeadline_IsTheSame() =>
        Each(news => news.Retitled, (news, copy) => Same(news.Article, copy.With(text => EveryChanged(text, 7))));

    [Fact]
    public void Correction_OfOneNumber_WithinOneSource_IsTheSame() =>
        Each(
            news => news.Retitled,
            (news, _) => Same(news.Article, news.Article.With(text => text.Replace("12", "13", StringComparison.Ordinal)), true));

    [Fact]
    public void LiveUpdate_WithinOneSource_IsTheSame() =>
        Each(
            news => news.Retitled,
            (news, copy) => Same(news.Article, copy.With(text => text + " Perkembangan berikutnya kami tulis di sini."), true));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OwnReports_FollowUps_AndOtherFillingsOfAPattern_StayApart(bool sameSource) =>
        Each(news => news.Others, (news, other) =>
        {
            Apart(news.Article, other, sameSource);
            Apart(Summary(news.Article), Summary(other), sameSource);
            Apart(news.Article, Summary(other), sameSource);
        });

    // A number of the headline that stands in the text too is what the article is about, also where words have no spaces between them.
    [Theory]
    [InlineData("政府は地方の道路を直すための新しい予算を決めた {0}", "第{0}の町の住民は昨夜から続く雨のために避難を求められている。")]
    [InlineData("Gerbang tol kilometer {0} ditutup",
        "Gerbang tol di kilometer {0} ditutup sementara karena perbaikan jalan yang rusak sejak pekan lalu. ")]
    public void APatternFilledWithAnotherNumber_StaysApart(string title, string sentence)
    {
        foreach (var sameSource in (bool[])[true, false])
            Apart(Filled(3), Filled(17), sameSource);

        Article Filled(int number) => new(
            string.Format(CultureInfo.InvariantCulture, title, number),
            string.Concat(Enumerable.Repeat(string.Format(CultureInfo.InvariantCulture, sentence, number), 6)));
    }

    [Fact]
    public void DifferentArticles_StayApart()
    {
        foreach (var news in InventedNews.All)
        {
            foreach (var other in InventedNews.All.Where(other => other != news))
                Apart(news.Article, other.Article, sameSource: false);
        }
    }

    private static void Each(Func<InventedNews, IEnumerable<Article>> articles, Action<InventedNews, Article> check)
    {
        foreach (var news in InventedNews.All)
        {
            foreach (var article in articles(news))
                check(news, article);
        }
    }

    private static Article Summary(Article article) => article.First(WordsOfSummary);

    private static string EveryChanged(string text, int one) => string.Join(
        ' ',
        text.Split(' ').Select((word, i) => i % one == one / 2 ? $"kata{(char)('a' + (i % 26))}{(char)('a' + (word.Length % 26))}" : word));

    private static void Same(Article a, Article b, bool sameSource = false)
    {
        var verdict = Compare(a, b, sameSource);
        Assert.True(verdict.IsSame, $"{a.Title} / {b.Title}: {verdict.Why}");
    }

    private static void Apart(Article a, Article b, bool sameSource)
    {
        var verdict = Compare(a, b, sameSource);
        Assert.False(verdict.IsSame, $"{a.Title} / {b.Title}: {verdict.Why}");
    }
}
