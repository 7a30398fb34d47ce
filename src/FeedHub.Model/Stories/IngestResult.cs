namespace FeedHub.Model.Stories;

/// <summary>What ingesting a document came to.</summary>
/// <param name="New">Items stored for the first time.</param>
/// <param name="Changed">Items known before whose content changed.</param>
/// <param name="Merged">How many of the new ones joined a story.</param>
public readonly record struct IngestResult(int New, int Changed, int Merged)
{
    /// <summary>Both together.</summary>
    public static IngestResult operator +(IngestResult a, IngestResult b) => new(a.New + b.New, a.Changed + b.Changed, a.Merged + b.Merged);
}
