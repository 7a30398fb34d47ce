using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>That an item has a category, how sure that is, and why.</summary>
/// <param name="Slug">The category's slug, such as <c>politics</c>.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Why">For a reader.</param>
public sealed record Tag(string Slug, double Confidence, Reason Why);
