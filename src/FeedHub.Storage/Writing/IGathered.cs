namespace FeedHub.Storage.Writing;

/// <summary>
/// Small changes that the commands of one transaction gather, to be written at its end by few statements: sums above all. Until then the
/// database does not show them.
/// </summary>
internal interface IGathered
{
    /// <summary>Writes what was gathered, and gathers from nothing again.</summary>
    void Write(WriteSession session);
}
