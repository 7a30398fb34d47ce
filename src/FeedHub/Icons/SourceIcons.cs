using System.Collections.Concurrent;
using FeedHub.Storage.Files;
using FeedHub.Syndication.Reading;

namespace FeedHub.Icons;

/// <summary>
/// The publishers' icons: files of the data directory, or a table where several nodes share a database. They can be fetched again.
/// </summary>
public sealed class SourceIcons(IIconStore store)
{
    private Lazy<ConcurrentDictionary<string, KnownIcon>> _known = new(() => new(store.Known()));

    /// <summary>Address of a source's icon, another one whenever it changes; null: it has none.</summary>
    /// <param name="slug">The source's public id.</param>
    public string? AddressOf(string slug) => Find(slug)?.Hash is { } hash ? $"/icons/{slug}.{hash}" : null;

    /// <summary>What is known, or null.</summary>
    public KnownIcon? Find(string slug) => _known.Value.GetValueOrDefault(slug);

    /// <summary>The bytes of an icon with their media type; null: there is no such icon, or no longer.</summary>
    public (byte[] Bytes, string MediaType)? Open(string slug, string hash) =>
        Find(slug)?.Hash == hash && store.Bytes(slug) is { } bytes && RasterPicture.TypeOf(bytes) is { } type ? (bytes, type) : null;

    /// <summary>
    /// Keeps an icon. Where <paramref name="bytes"/> is null there was none to be had: one from before stays. True: it is another one.
    /// </summary>
    public bool Keep(string slug, byte[]? bytes, DateTimeOffset at)
    {
        var before = Find(slug);
        if (bytes is null && before?.Hash is not null)
        {
            store.Touch(slug, at);
            _known.Value[slug] = before with { At = at };
            return false;
        }

        var icon = new KnownIcon(at, IconFolder.HashOf(bytes ?? []));
        store.Put(slug, icon, bytes);
        _known.Value[slug] = icon;
        return before?.Hash != icon.Hash;
    }

    /// <summary>Removes the icons of sources that are no longer there.</summary>
    public void Retain(IReadOnlySet<string> slugs)
    {
        foreach (var slug in _known.Value.Keys.Where(slug => !slugs.Contains(slug)))
        {
            store.Remove(slug);
            _known.Value.TryRemove(slug, out _);
        }
    }

    /// <summary>Tells other nodes that some are other ones.</summary>
    public void Tell() => store.Tell();

    /// <summary>Reads again what another node may have changed.</summary>
    public void Recall()
    {
        if (_known.IsValueCreated)
            _known = new(() => new(store.Known()));
    }
}
