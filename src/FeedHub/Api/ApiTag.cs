using FeedHub.Syndication.Tagging;

namespace FeedHub.Api;

/// <summary>A category of an item or a story.</summary>
/// <param name="Slug">Such as politics.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Why">Why it has it, in words.</param>
public sealed record ApiTag(string Slug, double Confidence, string Why)
{
    /// <summary>The category as the API shows it.</summary>
    public static ApiTag Of(Tag tag) => new(tag.Slug, tag.Confidence, tag.Why.ToString());
}
