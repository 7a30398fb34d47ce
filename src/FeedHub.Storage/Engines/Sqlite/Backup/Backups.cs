using System.Globalization;
using System.Text.RegularExpressions;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>The backups of the database: made one at a time, named by their instant, the oldest removed.</summary>
public sealed partial class Backups(
    DatabaseFile file, SearchFile search, SearchWriter writer, IOptions<FeedHubOptions> options, TimeProvider time) : IBackups, IDisposable
{
    private const string Instant = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>What stays free for the hub itself: a backup must not be what fills the disk.</summary>
    private const long SpareBytes = 64L * 1024 * 1024;

    private readonly SemaphoreSlim _making = new(1);

    /// <inheritdoc/>
    public string Folder =>
        Path.GetFullPath(options.Value.Backup.Directory is { Length: > 0 } own ? own : Path.Combine(file.Directory, "backups"));

    /// <inheritdoc/>
    public string? Command => null;

    /// <inheritdoc/>
    public int Keep => options.Value.Backup.Keep;

    /// <inheritdoc/>
    public BackupFailure? LastFailure { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<BackupFile> All() => !Directory.Exists(Folder) ? [] :
    [
        .. new DirectoryInfo(Folder).EnumerateFiles("feedhub-*.db")
            .Select(found => AtOf(found.Name) is { } at ? new BackupFile(found.Name, at, found.Length) : null)
            .OfType<BackupFile>()
            .OrderByDescending(backup => backup.Name, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public string? Find(string name) => All().Any(backup => backup.Name == name) ? Path.Combine(Folder, name) : null;

    /// <inheritdoc/>
    public bool Delete(string name)
    {
        if (Find(name) is not { } path)
            return false;
        File.Delete(path);
        return true;
    }

    /// <inheritdoc/>
    public async Task<BackupFile> MakeAsync(CancellationToken cancellation)
    {
        await _making.WaitAsync(cancellation);
        try
        {
            using var index = new BackupIndex(search, await writer.TurnAsync(cancellation));
            var made = await Task.Run(() => Make(index, cancellation), cancellation);
            LastFailure = null;
            return made;
        }
        catch (BackupException failure)
        {
            LastFailure = new(time.GetUtcNow(), failure.Message);
            throw;
        }
        finally
        {
            _making.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _making.Dispose();

    private BackupFile Make(BackupIndex index, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var path = Path.Combine(Folder, $"feedhub-{now.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)}.db");
        Prepare();
        if (!File.Exists(path))
            DatabaseCopy.Make(file.Path, path, _ => { }, cancellation, index);
        if (Keep > 0)
            foreach (var old in All().Skip(Keep))
                File.Delete(Path.Combine(Folder, old.Name));
        return new(Path.GetFileName(path), now, new FileInfo(path).Length);
    }

    // Left by a process that was killed while it copied.
    private void Prepare()
    {
        try
        {
            PrivateFiles.MakeFolder(Folder);
            foreach (var found in All())
                PrivateFiles.Narrow(Path.Combine(Folder, found.Name));
            foreach (var left in Directory.EnumerateFiles(Folder, "feedhub-*.db.part*"))
                File.Delete(left);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(
                $"The folder {Folder} cannot be written: {error.Message} Make it writable, or set FeedHub:Backup:Directory to another one.",
                error);
        }

        var (needed, free) = (file.SettledBytes + SpareBytes, new DriveInfo(Folder).AvailableFreeSpace);
        if (free < needed)
        {
            throw new BackupException(string.Create(
                CultureInfo.InvariantCulture,
                $"The disk of {Folder} has {free / 1e6:F0} MB free, and a backup needs {needed / 1e6:F0} MB. Free some space, keep fewer "
                    + $"(FeedHub:Backup:Keep), or set FeedHub:Backup:Directory to a folder on another disk."));
        }
    }

    private static DateTimeOffset? AtOf(string name) =>
        NameOf().Match(name) is { Success: true } match
        && DateTimeOffset.TryParseExact(
            match.Groups[1].Value,
            Instant,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at) ? at : null;

    [GeneratedRegex(@"^feedhub-(\d{8}T\d{6}Z)\.db$")]
    private static partial Regex NameOf();
}
