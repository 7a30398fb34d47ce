using FeedHub.Model.Sources;
using FeedHub.Syndication.Identity;

namespace FeedHub.Sources;

/// <summary>
/// Entries of feeds.json whose address was changed: the same source goes on at another address, with its id and its items. An entry that
/// came while another went is that one if it has its title or, where neither has a title, an address that is not another page. Another
/// address alone may be another section of the same paper, which must not take over what was read of the first.
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

        return moves;
    }

    private static bool IsSame(SourceEntry entry, Source source) => entry.Declared.Title is { } title
        ? title.Equals(source.Declared.Title, StringComparison.OrdinalIgnoreCase)
        : source.Declared.Title is null && CanonicalUrl.OfFeed(entry.Url) is { } page && page == CanonicalUrl.OfFeed(source.Url);

    private static T? Only<T>(IEnumerable<T> some)
        where T : class => some.Take(2).ToList() is [var one] ? one : null;
}
