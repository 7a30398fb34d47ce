namespace FeedHub.Model.Sources;

/// <summary>How much of a source's items is republished.</summary>
public enum ContentPolicy
{
    /// <summary>What the source gives, sanitised.</summary>
    Full,

    /// <summary>The summary alone.</summary>
    Summary,

    /// <summary>Headline and link alone.</summary>
    Link,
}
