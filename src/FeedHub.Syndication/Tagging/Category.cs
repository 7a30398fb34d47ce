namespace FeedHub.Syndication.Tagging;

/// <summary>A category: one of IPTC's 17 top-level Media Topics, or the operator's own.</summary>
/// <param name="Slug">Lower-case letters, digits and hyphens.</param>
/// <param name="Code">IPTC code such as <c>medtop:11000000</c>; null for the operator's own.</param>
/// <param name="English">Name in English.</param>
/// <param name="Indonesian">Name in Indonesian.</param>
public sealed record Category(string Slug, string? Code, string English, string Indonesian);

/// <summary>A rule of the operator's that gives a category. Its title names a category of the operator's own; null keeps the name it
/// has.</summary>
public sealed record CategoryRule : RuleConditions
{
    /// <summary>Slug of one of the 17, or of a category of the operator's own.</summary>
    public required string Slug { get; init; }
}
