namespace FeedHub.Model.Sources;

/// <summary>How much of a source's items is republished.</summary>
public enum ContentPolicy
{
    /// <summary>What is usual for the kind of source: <see cref="Full"/> of a feed, <see cref="Article"/> of others.</summary>
    Usual,

    /// <summary>What the source gives, sanitised.</summary>
    Full,

    /// <summary>The same, and where the source gives no whole text, the article from its page.</summary>
    Article,

    /// <summary>The summary alone.</summary>
    Summary,

    /// <summary>Headline and link alone.</summary>
    Link,
}
