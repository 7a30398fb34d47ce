namespace FeedHub.Dashboard.Backup;

/// <summary>Which disk a folder is on.</summary>
internal static class Disk
{
    /// <summary>True if both are on one disk, as far as the system tells.</summary>
    public static bool AreSame(string one, string other) => RootOf(one) == RootOf(other);

    private static string? RootOf(string folder)
    {
        var path = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        return DriveInfo.GetDrives().Select(drive => drive.RootDirectory.FullName)
            .Where(root => IsUnder(path, root)).MaxBy(root => root.Length);
    }

    private static bool IsUnder(string path, string root) =>
        path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
