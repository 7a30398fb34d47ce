using System.Text.Json;

namespace FeedHub.Discovering;

/// <summary>How something was found: the steps of a search, in their order.</summary>
public enum FoundBy
{
    /// <summary>At the address itself.</summary>
    Address,

    /// <summary>The page names it for programs: in its headers (RFC 8288) or by <c>link rel="alternate"</c>.</summary>
    Link,

    /// <summary>The page names it for people, by a link in its body, or in its data.</summary>
    Body,

    /// <summary>A well-known service has it there by a rule.</summary>
    Rule,

    /// <summary>At a usual name below the address.</summary>
    Beside,

    /// <summary>At a usual name at the host's root, above the address: it may be about much else.</summary>
    Root,

    /// <summary><c>robots.txt</c> names it.</summary>
    Robots,

    /// <summary>A news sitemap under a usual name.</summary>
    UsualName,

    /// <summary>The page itself is a list of articles.</summary>
    Page,
}

/// <summary>A step of a search and what came of it.</summary>
/// <param name="Step">Its name, as <see cref="FoundFeed.Found"/> has it.</param>
/// <param name="Words">What was found, or why nothing was.</param>
public sealed record SearchStep(string Step, string Words);

/// <summary>How steps are called outside.</summary>
public static class FoundByNames
{
    /// <summary>The step's name.</summary>
    public static string Name(this FoundBy step) => JsonNamingPolicy.SnakeCaseLower.ConvertName(step.ToString());
}
