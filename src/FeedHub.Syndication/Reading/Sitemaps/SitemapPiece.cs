namespace FeedHub.Syndication.Reading.Sitemaps;

internal enum PieceKind
{
    /// <summary>Text with its references.</summary>
    Text,

    /// <summary>Text as it is.</summary>
    Literal,
    Start,
    End,
}

/// <summary>A tag by its local name, or a piece of the text in a leaf.</summary>
internal readonly record struct SitemapPiece(PieceKind Kind, string Value);
