namespace FeedHub.Syndication.Extracting;

/// <summary>Why a page gave no article's text.</summary>
public enum NoArticle
{
    /// <summary>It is not HTML.</summary>
    NotHtml,

    /// <summary>It has no words at all: what it shows is made by scripts.</summary>
    NoWords,

    /// <summary>Its words are links, labels and forms.</summary>
    NoText,
}
