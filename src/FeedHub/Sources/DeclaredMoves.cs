using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Syndication.Identity;

namespace FeedHub.Sources;

/// <summary>
/// Entries of feeds.json whose address was changed: the same source goes on at another address, with its id and its items. An entry that
/// came while another went is that one if it has its title, or an address that is no other page, or if nothing else came or went, on the
/// same host and with the same properties.
/// </summary>
internal static class DeclaredMoves
{
    /// <summary>The source of each new entry that has moved.</summary>
    /// <param name="came">Entries with an address that no source has.</param>
    /// <param name="went">Sources that the file named until now, and names no more.</param>
    public static IReadOnlyDictionary<SourceEntry, Source> Find(IReadOnlyList<SourceEntry> came, IReadOnlyList<Source> went)
    {
        var moves = new Dictionary<SourceEntry, Source>();
        foreach (var entry in came)
        {
            if (Only(went.Where(source => IsSame(entry, source))) is { } source && Only(came.Where(e => IsSame(e, source))) is not null)
                moves.Add(entry, source);
        }

        if (came is [var one] && went is [var other] && IsEdited(one, other))
            moves.TryAdd(one, other);
        return moves;
    }

    private static bool IsSame(SourceEntry entry, Source source) => entry.Declared.Title is { } title
        ? title.Equals(source.Declared.Title, StringComparison.OrdinalIgnoreCase)
        : source.Declared.Title is null && CanonicalUrl.OfFeed(entry.Url) is { } page && page == CanonicalUrl.OfFeed(source.Url);

    private static bool IsEdited(SourceEntry entry, Source source) => SourceUrl.HostOf(entry.Url) == source.Host
        && SourceProperties.All.All(property => property.AreSame(entry.Declared, source.Declared));

    private static T? Only<T>(IEnumerable<T> some)
        where T : class => some.Take(2).ToList() is [var one] ? one : null;
}
