using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Matching;

internal static class Given
{
    private static readonly WordWeights Assumed = new();

    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static Fingerprint Print(this Article article) => Fingerprint.Of(article.Title, article.Text);

    /// <summary>The article as it comes out of a feed's markup.</summary>
    public static Article Read(string title, string html) =>
        new(title, ItemText.Of(new ParsedItem { Title = title, ContentHtml = html }, TimeZoneInfo.Utc, Noon).Text);

    public static Verdict Compare(Article a, Article b, bool sameSource = false) => Compare(a.Print(), b.Print(), sameSource);

    /// <summary>The verdict over a pair by the signals alone, where no story says which words are rare.</summary>
    public static Verdict Compare(Fingerprint a, Fingerprint b, bool sameSource)
    {
        if (a.IsEmpty || b.IsEmpty)
            return Verdict.None;
        var (item, lead) = (new Subject().Load(a), new Subject().Load(b));
        var others = new int[item.Shingles.Ids.Length];
        return Scoring.Judge(Likeness.Of(item, lead, others, Assumed, sameSource), null, new MatchOptions());
    }
}
