namespace FeedHub.Storage.Files;

/// <summary>The folder in which FeedHub keeps its data.</summary>
public interface IDataDirectory
{
    /// <summary>Its path, absolute.</summary>
    string Directory { get; }

    /// <summary>Where the data is, in words that go on a sentence.</summary>
    string Place { get; }

    /// <summary>Files and folders that hold secrets and that others of this machine may read, against FeedHub's will.</summary>
    IReadOnlyList<string> OpenToOthers { get; }

    /// <summary>Bytes of the database without what is still in its journal: by these its growth is told.</summary>
    long SettledBytes { get; }

    /// <summary>Bytes of the database as it stands on the disk.</summary>
    long Bytes { get; }
}
