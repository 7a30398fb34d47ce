using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Writing;

/// <summary>
/// Whether anything can be stored. While nothing can, no publisher is asked: what it gave could not be kept, and it would be asked for the
/// same again and again.
/// </summary>
public interface IStorageHealth
{
    /// <summary>What is wrong, for an admin; null while all is well.</summary>
    Reason? Trouble { get; }

    /// <summary>The last time of trouble since the start, or null.</summary>
    StorageSpell? Spell { get; }

    /// <summary>Why, if the exception says that nothing can be stored; else null.</summary>
    Reason? ReasonOf(Exception? error);

    /// <summary>Notes a write that failed; failures that are not the storage's are ignored.</summary>
    void Report(Exception failure);

    /// <summary>True if all is well, or well again.</summary>
    bool IsWell();
}
