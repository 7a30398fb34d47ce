namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>CSS selectors of a list page. Each but the first is looked for within an item; without it FeedHub looks itself.</summary>
/// <param name="Item">The elements that hold one entry each.</param>
public sealed record ListSelectors(string Item)
{
    /// <summary>The link to the article, or null.</summary>
    public string? Link { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The date, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The summary, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>The picture, or null.</summary>
    public string? Image { get; init; }

    /// <summary>The name of the first selector that is not valid CSS, or null where all are.</summary>
    public string? FirstInvalid() =>
        new[] { ("item", (string?)Item), ("link", Link), ("title", Title), ("date", Date), ("summary", Summary), ("image", Image) }
            .FirstOrDefault(named => named.Item2 is { } css && !Selectors.IsValid(css)).Item1;
}
