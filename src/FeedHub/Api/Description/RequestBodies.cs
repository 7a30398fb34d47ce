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

/// <summary>Hides a story.</summary>
/// <param name="Reason">Why, in words for other admins; may be empty.</param>
internal sealed record HiddenRequest(string Reason);

/// <summary>What a story is about.</summary>
/// <param name="Categories">Slugs, the primary one first; none at all is an answer too.</param>
internal sealed record CategoriesRequest(IReadOnlyList<string> Categories);

/// <summary>Rules as in feeds.json.</summary>
/// <param name="Categories">Rules of categories.</param>
/// <param name="Drop">Drop rules.</param>
internal sealed record RulesRequest(IReadOnlyList<RuleBody>? Categories, IReadOnlyList<RuleBody>? Drop);

/// <summary>A rule.</summary>
/// <param name="Slug">Of a category; a drop rule has none.</param>
/// <param name="Title">Its name.</param>
/// <param name="Any">At least one of these occurs.</param>
/// <param name="All">All of these occur.</param>
/// <param name="None">None of these occurs.</param>
/// <param name="In">title, text, url, author, publisher_category.</param>
/// <param name="Sources">Ids or addresses of the only sources it holds for.</param>
internal sealed record RuleBody(
    string? Slug, string? Title, IReadOnlyList<string>? Any, IReadOnlyList<string>? All, IReadOnlyList<string>? None,
    IReadOnlyList<string>? In, IReadOnlyList<string>? Sources);
