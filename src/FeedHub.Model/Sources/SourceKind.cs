namespace FeedHub.Model.Sources;

/// <summary>What stands at a source's address.</summary>
public enum SourceKind
{
    /// <summary>A feed: RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A news sitemap, or an index of such.</summary>
    Sitemap,

    /// <summary>A page that lists articles.</summary>
    Page,
}
