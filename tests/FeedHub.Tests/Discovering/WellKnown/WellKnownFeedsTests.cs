using FeedHub.Discovering.WellKnown;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Tests.Discovering.WellKnown;

/// <summary>Where well-known services have their feeds.</summary>
public sealed class WellKnownFeedsTests
{
    private const string Videos = "https://www.youtube.com/feeds/videos.xml";

    [Theory]
    [InlineData("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos", Videos + "?channel_id=UCabcdefghijklmnopqrstuv")]
    [InlineData("https://m.youtube.com/user/warta", Videos + "?user=warta")]
    [InlineData("https://www.youtube.com/playlist?list=PLabc_-1", Videos + "?playlist_id=PLabc_-1")]
    [InlineData("https://youtu.be/abc?list=PLabc", Videos + "?playlist_id=PLabc")]
    [InlineData("https://old.reddit.com/r/indonesia", "https://www.reddit.com/r/indonesia/.rss")]
    [InlineData("https://www.reddit.com/r/indonesia/top/?t=week", "https://www.reddit.com/r/indonesia/top/.rss?t=week")]
    [InlineData("https://reddit.com/u/warta", "https://www.reddit.com/user/warta/.rss")]
    [InlineData("https://toot.example/@warta", "https://toot.example/@warta.rss")]
    [InlineData("https://toot.example/@warta@other.example", "https://other.example/@warta.rss")]
    [InlineData("https://toot.example/web/@warta", "https://toot.example/@warta.rss")]
    [InlineData("https://toot.example/users/warta", "https://toot.example/users/warta.rss")]
    [InlineData("https://toot.example/tags/banjir", "https://toot.example/tags/banjir.rss")]
    [InlineData("https://bsky.app/profile/warta.example", "https://bsky.app/profile/warta.example/rss")]
    [InlineData("https://github.com/warta/alat/releases/latest", "https://github.com/warta/alat/releases.atom")]
    [InlineData("https://github.com/warta/alat/tags", "https://github.com/warta/alat/tags.atom")]
    [InlineData("https://github.com/warta/alat/tree/main/src", "https://github.com/warta/alat/commits/main/src.atom")]
    [InlineData("https://github.com/warta/alat/commits", "https://github.com/warta/alat/commits.atom")]
    [InlineData("https://github.com/warta", "https://github.com/warta.atom")]
    [InlineData("https://gitlab.com/warta/alat/-/tags", "https://gitlab.com/warta/alat/-/tags?format=atom")]
    [InlineData("https://git.example/warta/sub/alat/-/commits/main", "https://git.example/warta/sub/alat/-/commits/main?format=atom")]
    [InlineData("https://codeberg.org/warta/alat", "https://codeberg.org/warta/alat/releases.rss")]
    [InlineData("https://medium.com/@warta", "https://medium.com/feed/@warta")]
    [InlineData("https://medium.com/the-paper/tagged/banjir", "https://medium.com/feed/the-paper/tagged/banjir")]
    [InlineData("https://warta.medium.com/some-story-1234", "https://warta.medium.com/feed")]
    [InlineData("https://warta.substack.com/p/edisi-1", "https://warta.substack.com/feed")]
    [InlineData("https://warta.tumblr.com/", "https://warta.tumblr.com/rss")]
    [InlineData("https://www.tumblr.com/blog/view/warta", "https://warta.tumblr.com/rss")]
    [InlineData("https://warta.tumblr.com/tagged/banjir", "https://warta.tumblr.com/tagged/banjir/rss")]
    [InlineData("https://warta.blogspot.co.id/2026/01/x.html", "https://warta.blogspot.co.id/feeds/posts/default")]
    [InlineData("https://warta.blogspot.com/search/label/Banjir", "https://warta.blogspot.com/feeds/posts/default/-/Banjir")]
    [InlineData("https://news.google.com/search?q=banjir&hl=id&gl=ID", "https://news.google.com/rss/search?q=banjir&hl=id&gl=ID")]
    [InlineData("https://news.google.com/topics/CAAq?hl=id", "https://news.google.com/rss/topics/CAAq?hl=id")]
    [InlineData("https://news.google.com/?hl=id", "https://news.google.com/rss?hl=id")]
    [InlineData("https://podcasts.apple.com/id/podcast/siniar/id1234567", "https://itunes.apple.com/lookup?id=1234567&entity=podcast")]
    [InlineData("https://www.spreaker.com/podcast/siniar--123456", "https://www.spreaker.com/show/123456/episodes/feed")]
    [InlineData("https://siniar.podbean.com/e/1", "https://feed.podbean.com/siniar/feed.xml")]
    [InlineData("https://shows.acast.com/siniar/episodes/1", "https://feeds.acast.com/public/shows/siniar")]
    public void TheFirstFeedOfAnAddress_IsWhereItsServiceHasIt_AndSaidInBothLanguages(string address, string feed)
    {
        var found = WellKnownFeeds.Of(new(address), null);
        Assert.Equal(feed, found[0].Url);
        var indonesian = Spoken.In(ReasonLanguage.Indonesian, () => WellKnownFeeds.Of(new(address), null));
        Assert.Empty(found.Select(one => one.What).Intersect(indonesian.Select(one => one.What)));
    }

    [Fact]
    public void ARepository_HasReleasesAndCommits() => Assert.Equal(
        ["https://github.com/warta/alat/releases.atom", "https://github.com/warta/alat/commits.atom"],
        WellKnownFeeds.Of(new("https://github.com/warta/alat"), null).Select(feed => feed.Url));

    [Fact]
    public void AChannelsHandle_IsResolvedByItsOwnPage() => Assert.Equal(
        $"{Videos}?channel_id=UCabcdefghijklmnopqrstuv",
        WellKnownFeeds.Of(new("https://www.youtube.com/@warta"), "{\"externalId\":\"UCabcdefghijklmnopqrstuv\"}").Single().Url);

    [Theory]
    [InlineData("https://paper.example/berita/banjir-di-kota-1234")]
    [InlineData("https://www.youtube.com/@warta")]
    [InlineData("https://www.youtube.com/watch?v=abc&list=RDabc")]
    [InlineData("https://www.tiktok.com/@warta")]
    [InlineData("https://github.com/features")]
    [InlineData("https://medium.com/")]
    [InlineData("https://notreddit.com/r/indonesia")]
    [InlineData("https://evilyoutube.com/user/warta")]
    [InlineData("https://open.spotify.com/show/abc")]
    public void WhereNoRuleHolds_ThereIsNone(string address) => Assert.Empty(WellKnownFeeds.Of(new(address), null));
}
