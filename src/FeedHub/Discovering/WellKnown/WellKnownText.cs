using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Discovering.WellKnown;

/// <summary>What the feeds of well-known services are: ends of a sentence that begins with the service's rule.</summary>
internal static class WellKnownText
{
    public static string MediumPage => Say("the stories of a Medium page", "tulisan di halaman Medium");

    public static string Substack => Say("the posts of a Substack", "tulisan sebuah Substack");

    public static string WordPress => Say("the posts of a WordPress.com blog", "tulisan blog WordPress.com");

    public static string MediumTag => Say("the stories with a tag at Medium", "tulisan dengan satu tag di Medium");

    public static string MediumTopic => Say("the stories of a topic of a Medium publication", "tulisan satu topik dari publikasi Medium");

    public static string TumblrTag => Say("the posts of a Tumblr blog with a tag", "tulisan blog Tumblr dengan satu tag");

    public static string Tumblr => Say("the posts of a Tumblr blog", "tulisan blog Tumblr");

    public static string BloggerLabel => Say("the posts of a Blogger blog with a label", "tulisan blog Blogger dengan satu label");

    public static string Blogger => Say("the posts of a Blogger blog", "tulisan blog Blogger");

    public static string GitHubDeeds => Say(
        "what a person or an organisation does at GitHub",
        "yang dilakukan seseorang atau organisasi di GitHub");

    public static string GitHubTags => Say("the tags of a GitHub repository", "tag repositori GitHub");

    public static string GitHubDiscussions => Say("the discussions of a GitHub repository", "diskusi repositori GitHub");

    public static string GitHubWiki => Say("the changes of a GitHub wiki", "perubahan wiki GitHub");

    public static string GitHubReleases => Say("the releases of a GitHub repository", "rilis repositori GitHub");

    public static string GitHubPlaceCommits => Say(
        "the commits of a GitHub repository's branch or file",
        "commit cabang atau berkas repositori GitHub");

    public static string GitHubCommits => Say("the commits of a GitHub repository", "commit repositori GitHub");

    public static string GitLabDeeds => Say("what a person or a group does at GitLab", "yang dilakukan seseorang atau kelompok di GitLab");

    public static string GitLabCommits => Say("the commits of a GitLab project", "commit proyek GitLab");

    public static string GitLabTags => Say("the tags of a GitLab project", "tag proyek GitLab");

    public static string GitLabReleases => Say("the releases of a GitLab project", "rilis proyek GitLab");

    public static string CodebergDeeds => Say("what a person does at Codeberg", "yang dilakukan seseorang di Codeberg");

    public static string CodebergTags => Say("the tags of a Codeberg repository", "tag repositori Codeberg");

    public static string CodebergReleases => Say("the releases of a Codeberg repository", "rilis repositori Codeberg");

    public static string GoogleSearch => Say("the results of a search in Google News", "hasil pencarian di Google News");

    public static string GoogleTopic => Say("a topic of Google News", "topik di Google News");

    public static string GoogleHeadlines => Say("the headlines of Google News", "berita utama Google News");

    public static string AppleCatalogue => Say(
        "the feed that Apple's catalogue has of the podcast",
        "feed siniar itu menurut katalog Apple");

    public static string SoundCloud => Say("the sounds of a person at SoundCloud", "rekaman suara seseorang di SoundCloud");

    public static string EpisodesAt(string host) => Say($"the episodes of a podcast at {host}", $"episode siniar di {host}");

    public static string RedditComments => Say("the comments on a post at Reddit", "komentar atas kiriman di Reddit");

    public static string Subreddit => Say("the posts of a subreddit", "kiriman di sebuah subreddit");

    public static string RedditPerson => Say("the posts of a person at Reddit", "kiriman seseorang di Reddit");

    public static string RedditPage => Say("the posts of a page at Reddit", "kiriman di sebuah halaman Reddit");

    public static string Bluesky => Say("the posts of a person at Bluesky", "kiriman seseorang di Bluesky");

    public static string MastodonAccount => Say("the posts of a Mastodon account", "kiriman akun Mastodon");

    public static string MastodonTag => Say("the posts with a tag at Mastodon", "kiriman dengan satu tag di Mastodon");

    public static string Lemmy => Say("the posts of a Lemmy community", "kiriman komunitas Lemmy");

    public static string YouTubePlaylist => Say("the videos of a YouTube playlist", "video daftar putar YouTube");

    public static string YouTubePagesChannel => Say(
        "the videos of the YouTube channel that the page belongs to",
        "video kanal YouTube pemilik halaman itu");

    public static string YouTubeChannel => Say("the videos of a YouTube channel", "video kanal YouTube");

    public static string YouTubeUser => Say("the videos of a YouTube user", "video pengguna YouTube");

    public static string Vimeo => Say("the videos of a Vimeo page", "video di halaman Vimeo");
}
