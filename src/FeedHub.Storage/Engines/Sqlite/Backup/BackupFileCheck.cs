using System.Formats.Tar;
using FeedHub.Storage.Files;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>Whether a path is a file that can be opened and read to its end: a pipe, a device or the like would block the one who opens
/// it.</summary>
internal static class BackupFileCheck
{
    // What SQLite opens beside a database.
    private static readonly string[] Beside = ["-wal", "-journal", "-shm"];

    /// <summary>The file that the path leads to, links followed.</summary>
    /// <exception cref="BackupException">There is none, or it is not a regular file; nothing was opened.</exception>
    public static FileInfo Find(string path)
    {
        var file = new FileInfo(Target(path));
        if (Directory.Exists(file.FullName))
            throw new BackupException($"{path} is a folder: name the file of a backup.");
        if (!file.Exists)
            throw new BackupException($"There is no file {path}.");

        // Pipes, devices and sockets have no length.
        if (file.Length == 0)
            throw new BackupException($"{path} is not a database: it is empty, or a pipe, a device or a socket. Name a regular file.");
        foreach (var beside in Beside.Select(end => file.FullName + end).Where(beside => Path.Exists(beside) && !IsRegular(beside)))
            throw new BackupException($"{beside} is not a regular file: take it away, since it would be read with the backup.");
        return file;
    }

    private static string Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be followed: {error.Message}", error);
        }
    }

    // .NET tells what kind a file is, without opening it, nowhere but where it packs it into an archive. An empty one packs nothing.
    private static bool IsRegular(string path)
    {
        var target = Target(path);
        if (Directory.Exists(target))
            return false;
        if (!File.Exists(target) || new FileInfo(target).Length > 0)
            return true;
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, leaveOpen: true))
                writer.WriteEntry(target, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
        }
        catch (IOException)
        {
            // A socket, which archives do not hold.
            return false;
        }
    }
}
