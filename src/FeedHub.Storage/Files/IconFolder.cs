using System.Security.Cryptography;

namespace FeedHub.Storage.Files;

/// <summary>
/// Icons as a file each in the data directory (<c>icons</c>): they can be fetched again, so neither the database nor its backups carry
/// them. A file's time is when its publisher was asked; an empty one says that there was none to be had.
/// </summary>
public sealed class IconFolder(IDataDirectory data) : IIconStore
{
    private string Folder => Path.Combine(data.Directory, "icons");

    /// <summary>Names bytes; null where there are none.</summary>
    public static string? HashOf(byte[] bytes) =>
        bytes.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4));

    /// <inheritdoc/>
    public Dictionary<string, KnownIcon> Known()
    {
        var folder = new DirectoryInfo(Folder);
        var files = folder.Exists ? folder.EnumerateFiles().Where(file => file.Extension != ".new") : [];
        return files.ToDictionary(
            file => file.Name,
            file => new KnownIcon(new(file.LastWriteTimeUtc, TimeSpan.Zero), HashOf(File.ReadAllBytes(file.FullName))));
    }

    /// <inheritdoc/>
    public byte[]? Bytes(string slug) => File.Exists(FileOf(slug)) ? File.ReadAllBytes(FileOf(slug)) : null;

    /// <inheritdoc/>
    public void Put(string slug, KnownIcon icon, byte[]? bytes)
    {
        PrivateFiles.MakeFolder(Folder);
        var (file, half) = (FileOf(slug), FileOf(slug) + ".new");
        File.WriteAllBytes(half, bytes ?? []);
        File.SetLastWriteTimeUtc(half, icon.At.UtcDateTime);
        File.Move(half, file, overwrite: true);
    }

    /// <inheritdoc/>
    public void Touch(string slug, DateTimeOffset at) => File.SetLastWriteTimeUtc(FileOf(slug), at.UtcDateTime);

    /// <inheritdoc/>
    public void Remove(string slug) => File.Delete(FileOf(slug));

    private string FileOf(string slug) => Path.Combine(Folder, slug);
}
