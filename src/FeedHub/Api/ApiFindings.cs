using FeedHub.Discovering;

namespace FeedHub.Api;

/// <summary><c>POST /api/sources/discover</c>: the feeds of an address.</summary>
public sealed record ApiFindings(string Url, bool IsFeed, IReadOnlyList<FoundFeed> Feeds, IReadOnlyList<SearchStep> Steps)
{
    /// <summary>The findings as the API shows them.</summary>
    public static ApiFindings Of(Findings findings) => new(findings.Url, findings.IsFeed, findings.Feeds, findings.Steps);
}
