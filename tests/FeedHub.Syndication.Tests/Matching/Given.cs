using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Matching;

internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static Fingerprint Print(this Article article) => Fingerprint.Of(article.Title, article.Text);

    /// <summary>The article as it comes out of a feed's markup.</summary>
    public static Article Read(string title, string html) =>
        new(title, ItemText.Of(new ParsedItem { Title = title, ContentHtml = html }, TimeZoneInfo.Utc, Noon).Text);

    public static Verdict Compare(Article a, Article b, bool sameSource = false) => Compare(a.Print(), b.Print(), sameSource);

    /// <summary>The verdict over an item and the only story that there is.</summary>
    public static Verdict Compare(Fingerprint item, Fingerprint lead, bool sameSource)
    {
        var index = new StoryIndex(new MatchOptions());
        index.Add(7, 1, Noon, lead);
        return index.Explain(item, sameSource ? 1 : 2, 7) ?? Verdict.None;
    }
}
