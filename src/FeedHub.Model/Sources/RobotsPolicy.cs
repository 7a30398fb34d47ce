namespace FeedHub.Model.Sources;

/// <summary>Whether robots.txt (RFC 9309) is asked before pages and sitemaps of a source are.</summary>
public enum RobotsPolicy
{
    /// <summary>What it forbids is not asked for.</summary>
    Obey,

    /// <summary>It is not asked.</summary>
    Ignore,
}
