using System.Collections.Concurrent;
using System.Security.Cryptography;
using FeedHub.Storage.Files;
using FeedHub.Syndication.Reading;

namespace FeedHub.Icons;

/// <summary>What is known of a source's icon.</summary>
/// <param name="At">When its publisher was asked.</param>
/// <param name="Hash">Names the bytes; null: there was none to be had.</param>
public sealed record KnownIcon(DateTimeOffset At, string? Hash);

/// <summary>
/// The publishers' icons, a file each in the data directory (<c>icons</c>): they can be fetched again, so neither the database nor its
/// backups carry them. A file's time is when its publisher was asked; an empty one says that there was none to be had.
/// </summary>
public sealed class SourceIcons(IDataDirectory data)
{
    private readonly Lazy<ConcurrentDictionary<string, KnownIcon>> _known = new(() => Read(data));

    private string Folder => Path.Combine(data.Directory, "icons");

    /// <summary>Address of a source's icon, another one whenever it changes; null: it has none.</summary>
    /// <param name="slug">The source's public id.</param>
    public string? AddressOf(string slug) => Find(slug)?.Hash is { } hash ? $"/icons/{slug}.{hash}" : null;

    /// <summary>What is known, or null.</summary>
    public KnownIcon? Find(string slug) => _known.Value.GetValueOrDefault(slug);

    /// <summary>The bytes of an icon with their media type; null: there is no such icon, or no longer.</summary>
    public (byte[] Bytes, string MediaType)? Open(string slug, string hash)
    {
        if (Find(slug)?.Hash != hash || !File.Exists(FileOf(slug)))
            return null;
        var bytes = File.ReadAllBytes(FileOf(slug));
        return RasterPicture.TypeOf(bytes) is { } type ? (bytes, type) : null;
    }

    /// <summary>
    /// Keeps an icon. Where <paramref name="bytes"/> is null there was none to be had: one from before stays. True: it is another one.
    /// </summary>
    public bool Keep(string slug, byte[]? bytes, DateTimeOffset at)
    {
        PrivateFiles.MakeFolder(Folder);
        var before = Find(slug);
        if (bytes is null && before?.Hash is not null)
        {
            File.SetLastWriteTimeUtc(FileOf(slug), at.UtcDateTime);
            _known.Value[slug] = before with { At = at };
            return false;
        }

        var (file, half) = (FileOf(slug), FileOf(slug) + ".new");
        File.WriteAllBytes(half, bytes ?? []);
        File.SetLastWriteTimeUtc(half, at.UtcDateTime);
        File.Move(half, file, overwrite: true);
        var icon = new KnownIcon(at, HashOf(bytes ?? []));
        _known.Value[slug] = icon;
        return before?.Hash != icon.Hash;
    }

    /// <summary>Removes the icons of sources that are no longer there.</summary>
    public void Retain(IReadOnlySet<string> slugs)
    {
        foreach (var slug in _known.Value.Keys.Where(slug => !slugs.Contains(slug)))
        {
            File.Delete(FileOf(slug));
            _known.Value.TryRemove(slug, out _);
        }
    }

    private string FileOf(string slug) => Path.Combine(Folder, slug);

    private static ConcurrentDictionary<string, KnownIcon> Read(IDataDirectory data)
    {
        var folder = new DirectoryInfo(Path.Combine(data.Directory, "icons"));
        var files = folder.Exists ? folder.EnumerateFiles().Where(file => file.Extension != ".new") : [];
        return new(files.Select(file => KeyValuePair.Create(
            file.Name,
            new KnownIcon(new(file.LastWriteTimeUtc, TimeSpan.Zero), HashOf(File.ReadAllBytes(file.FullName))))));
    }

    private static string? HashOf(byte[] bytes) => bytes.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4));
}
