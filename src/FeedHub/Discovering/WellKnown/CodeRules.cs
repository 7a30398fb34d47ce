namespace FeedHub.Discovering.WellKnown;

/// <summary>GitHub, GitLab (also on hosts of one's own), Codeberg and its kin.</summary>
internal static class CodeRules
{
    // GitHub's own pages beside people and organisations.
    private static readonly string[] GitHubs =
    [
        "about", "features", "topics", "trending", "explore", "marketplace", "settings", "login", "orgs", "sponsors", "pricing", "search",
    ];

    public static IEnumerable<WellKnownFeed> Of(SitePage page) => page.Host switch
    {
        "github.com" => GitHubs.Contains(page[0]) ? [] : GitHub(page, $"https://github.com/{page.Up(2)}"),
        "codeberg.org" => Forgejo(page),
        _ when page.Host.StartsWith("gitlab.", StringComparison.Ordinal) || page.Path.Contains("-") => GitLab(page),
        _ => [],
    };

    private static IEnumerable<WellKnownFeed> GitHub(SitePage page, string repository) => (page.Path.Count, page[2]) switch
    {
        (0, _) => [],
        (1, _) => [new($"https://github.com/{page[0]}.atom", WellKnownText.GitHubDeeds)],
        (_, "tags") => [new($"{repository}/tags.atom", WellKnownText.GitHubTags)],
        (_, "releases") => [Releases(repository)],
        (_, "discussions") => [new($"{repository}/discussions.atom", WellKnownText.GitHubDiscussions)],
        (_, "wiki") => [new($"{repository}/wiki.atom", WellKnownText.GitHubWiki)],
        (_, "commits" or "tree" or "blob" or "commit") => [Commits(page, repository)],
        _ => [Releases(repository), new($"{repository}/commits.atom", WellKnownText.GitHubCommits)],
    };

    private static WellKnownFeed Releases(string repository) =>
        new($"{repository}/releases.atom", WellKnownText.GitHubReleases);

    private static WellKnownFeed Commits(SitePage page, string repository) =>
        page.Path.Count > 3 && page[2] != "commit"
            ? new($"{repository}/commits/{string.Join('/', page.Path.Skip(3))}.atom", WellKnownText.GitHubPlaceCommits)
            : new($"{repository}/commits.atom", WellKnownText.GitHubCommits);

    private static IEnumerable<WellKnownFeed> GitLab(SitePage page)
    {
        var dash = page.Path.ToList().IndexOf("-");
        var project = $"{page.Site}/{page.Up(dash < 0 ? page.Path.Count : dash)}";
        var (list, place) = dash < 0 ? ("", "") : (page[dash + 1], string.Join('/', page.Path.Skip(dash + 2)));
        if (page.Path.Count < 2)
            return page.Path.Count == 0 ? [] : [new($"{project}.atom", WellKnownText.GitLabDeeds)];
        var commits = new WellKnownFeed(
            $"{project}/-/commits/{(list is "commits" or "tree" && place.Length > 0 ? place : "HEAD")}?format=atom",
            WellKnownText.GitLabCommits);
        var tags = new WellKnownFeed($"{project}/-/tags?format=atom", WellKnownText.GitLabTags);
        var releases = new WellKnownFeed($"{project}/-/releases.atom", WellKnownText.GitLabReleases);
        return list switch
        {
            "tags" => [tags],
            "releases" => [releases, tags],
            "commits" or "tree" => [commits],
            _ => [releases, tags, commits],
        };
    }

    private static IEnumerable<WellKnownFeed> Forgejo(SitePage page) => page.Path.Count switch
    {
        0 => [],
        1 => [new($"{page.Site}/{page[0]}.rss", WellKnownText.CodebergDeeds)],
        _ => page[2] == "tags"
            ? [new($"{page.Site}/{page.Up(2)}/tags.rss", WellKnownText.CodebergTags)]
            : [new($"{page.Site}/{page.Up(2)}/releases.rss", WellKnownText.CodebergReleases)],
    };
}
