namespace FeedHub.Syndication.Reading;

/// <summary>Which reader a document was read by.</summary>
public static class ReaderVersion
{
    /// <summary>Raised with each change by which a document may be read otherwise than before: what is stored of it is then read again
    /// where the document still comes, even as the same bytes.</summary>
    public const int Current = 7;
}
