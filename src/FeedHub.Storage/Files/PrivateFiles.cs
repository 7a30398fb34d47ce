namespace FeedHub.Storage.Files;

/// <summary>
/// Files that hold secrets: their owner alone reads them (0600 in 0700). On Windows the folder's own rights hold, which a profile or a
/// service's folder has already.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = Owner | UnixFileMode.UserExecute;
    private const UnixFileMode Others = ~(OwnersFolder | UnixFileMode.StickyBit | UnixFileMode.SetGroup | UnixFileMode.SetUser);

    /// <summary>Makes a folder, and those above it, for the owner alone; one that is there stays as it is.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnersFolder);
    }

    /// <summary>Makes an empty file, if there is none: who fills it later, as SQLite does, keeps its mode, also for the files beside
    /// it.</summary>
    public static void MakeFile(string path)
    {
        if (!File.Exists(path))
            Open(path, FileMode.CreateNew, FileShare.ReadWrite).Dispose();
    }

    /// <summary>Opens a file to write; one that is made is the owner's alone.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share, FileOptions options = FileOptions.None)
    {
        var how = new FileStreamOptions
        {
            Mode = mode,
            Access = mode is FileMode.Create or FileMode.CreateNew ? FileAccess.Write : FileAccess.ReadWrite,
            Share = share,
            Options = options,
            BufferSize = 1
        };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = Owner;
        return new(path, how);
    }

    /// <summary>Takes from others what they may do with a file or folder that an earlier version made; false: this is not ours to
    /// change.</summary>
    public static bool Narrow(string path)
    {
        if (OperatingSystem.IsWindows() || !Path.Exists(path))
            return true;
        var mode = File.GetUnixFileMode(path);
        if ((mode & Others) == 0)
            return true;

        // A folder such as /tmp is shared on purpose.
        if ((mode & UnixFileMode.StickyBit) != 0)
            return false;
        try
        {
            File.SetUnixFileMode(path, mode & ~Others);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes them from all that FeedHub keeps in a data directory; returns what others can still read.</summary>
    public static IReadOnlyList<string> NarrowAll(string directory) =>
        [.. OfFeedHub(directory).Prepend(directory).Where(path => !Narrow(path))];

    // By name: a data directory may be a folder in which other things are kept too.
    private static IEnumerable<string> OfFeedHub(string directory)
    {
        string[] folders = [.. new[] { "keys", "backups" }.Select(name => Path.Combine(directory, name))
            .Where(Directory.Exists), .. Directory.EnumerateDirectories(directory, "replaced-*")];
        return ((string[])["feedhub.*", "search.db*", "settings.json*"])
            .SelectMany(names => Directory.EnumerateFiles(directory, names))
            .Concat(folders).Concat(folders.SelectMany(Directory.EnumerateFiles));
    }
}
