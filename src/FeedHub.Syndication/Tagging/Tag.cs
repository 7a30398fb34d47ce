namespace FeedHub.Syndication.Tagging;

/// <summary>That an item has a category, how sure that is, and the reason in words.</summary>
/// <param name="Slug">The category's slug, such as <c>politics</c>.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Why">For a reader, such as <c>publisher category 'Politik'</c>.</param>
public sealed record Tag(string Slug, double Confidence, string Why);
