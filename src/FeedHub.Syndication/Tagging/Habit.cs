namespace FeedHub.Syndication.Tagging;

/// <summary>How often a sign went with a category in one source: one row of <see cref="SourceHabits"/>.</summary>
/// <param name="Source">The source's public id.</param>
/// <param name="Sign">
/// What the item carried: <c>category:NAME</c> (the publisher's category, folded), <c>section:/NAME</c> (first path segment)
/// or <c>host:NAME</c> (subdomain); <c>source:</c> stands for any item of known category.
/// </param>
/// <param name="Slug">The category.</param>
/// <param name="Items">In how many items.</param>
public sealed record Habit(string Source, string Sign, string Slug, int Items);
