namespace FeedHub.Syndication.Extracting;

/// <summary>An article as its page has it. What the page does not tell is null or empty.</summary>
public sealed record Article
{
    /// <summary>The text as sanitised HTML with its subheadings, lists, tables, quotes, pictures, code and players; null if none was
    /// found.</summary>
    public string? Html { get; init; }

    /// <summary>The text's words, a line a block, without captions; null if none was found.</summary>
    public string? Text { get; init; }

    /// <summary>The headline without the site's name.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Who edited it.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    /// <summary>When it was published.</summary>
    public ArticleDate? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public ArticleDate? Modified { get; init; }

    /// <summary>The site's section that it stands in.</summary>
    public string? Section { get; init; }

    /// <summary>The article's own tags.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Absolute address of its picture.</summary>
    public string? Picture { get; init; }

    /// <summary>Absolute address that the page names as its own.</summary>
    public string? Canonical { get; init; }

    /// <summary>False where the page says that its text is to be paid for (schema.org, <c>isAccessibleForFree</c>); null where it says
    /// nothing.</summary>
    public bool? IsFree { get; init; }

    /// <summary>Absolute address of the article's next page.</summary>
    public string? Next { get; init; }

    /// <summary>Absolute address of a page that has the whole article, where the article has several and this one is not it.</summary>
    public string? Whole { get; init; }

    /// <summary>Why there is no text; null where there is one.</summary>
    public NoArticle? Nothing { get; init; }
}
