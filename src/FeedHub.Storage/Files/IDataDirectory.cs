namespace FeedHub.Storage.Files;

/// <summary>The folder in which FeedHub keeps its data.</summary>
public interface IDataDirectory
{
    /// <summary>Its path, absolute.</summary>
    string Directory { get; }

    /// <summary>Bytes of the database without what is still in its journal: by these its growth is told.</summary>
    long SettledBytes { get; }

    /// <summary>Bytes of the database as it stands on the disk.</summary>
    long Bytes { get; }
}
