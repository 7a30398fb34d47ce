namespace FeedHub.Api.Description;

// Its properties stand in SourceSchemas. What is said here is shown to people as it is written.
/// <summary>What may be said of a source, by feeds.json's names. In PATCH null sets a text to none, identity to FeedHub's choice.</summary>
internal sealed record SourceChange;

/// <summary>An address to look at.</summary>
/// <param name="Url">http or https address of a site or feed.</param>
/// <param name="Selectors">CSS by name, as a source of kind page has it: what it would take is shown.</param>
internal sealed record DiscoverRequest(string Url, IReadOnlyDictionary<string, string>? Selectors = null);

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
internal sealed record RulesRequest
{
    /// <summary>Rules of categories.</summary>
    public IReadOnlyList<RuleBody>? Categories { get; init; }

    /// <summary>Drop rules.</summary>
    public IReadOnlyList<RuleBody>? Drop { get; init; }
}

/// <summary>A rule.</summary>
internal sealed record RuleBody
{
    /// <summary>Of a category; a drop rule has none.</summary>
    public string? Slug { get; init; }

    /// <summary>Its name.</summary>
    public string? Title { get; init; }

    /// <summary>At least one of these occurs.</summary>
    public IReadOnlyList<string>? Any { get; init; }

    /// <summary>All of these occur.</summary>
    public IReadOnlyList<string>? All { get; init; }

    /// <summary>None of these occurs.</summary>
    public IReadOnlyList<string>? None { get; init; }

    /// <summary>title, text, url, author, publisher_category.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>Ids or addresses of the only sources it holds for.</summary>
    public IReadOnlyList<string>? Sources { get; init; }
}
