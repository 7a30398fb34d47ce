namespace FeedHub.Api.Description;

/// <summary>What may be said of a source, by the names that feeds.json has. In PATCH null sets a text back to none, and identity to
/// FeedHub's choice. Its properties stand in <see cref="SourceSchemas"/>.</summary>
internal sealed record SourceChange;

/// <summary>An address to look at.</summary>
/// <param name="Url">http or https address of a site or feed.</param>
internal sealed record DiscoverRequest(string Url);

/// <summary>The item to split off.</summary>
/// <param name="Item">Its key; a story lists those of its items.</param>
internal sealed record SplitRequest(long Item);

/// <summary>The story to join with.</summary>
/// <param name="Story">Its id.</param>
internal sealed record JoinRequest(long Story);

/// <summary>What a story is about.</summary>
/// <param name="Categories">Slugs, the primary one first; none at all is an answer too.</param>
internal sealed record CategoriesRequest(IReadOnlyList<string> Categories);
