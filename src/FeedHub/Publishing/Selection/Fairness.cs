using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Publishing.Selection;

/// <summary>A page as it was chosen.</summary>
/// <param name="Places">Newest first.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
public sealed record ChosenPage(IReadOnlyList<FeedPosition> Places, StoryCursor? Next);

/// <summary>
/// Which stories a page shows. The first page keeps places for sources that a loud one would push out; what that costs the loud one
/// follows on the next page, and nothing is shown twice (docs/notes/fairness.md).
/// </summary>
public static class Fairness
{
    /// <summary>A page in plain order.</summary>
    /// <param name="found">Newest first; more than <paramref name="limit"/> and those shown already if there are that many.</param>
    /// <param name="shown">Shown by an earlier page.</param>
    /// <param name="limit">Most places on the page.</param>
    public static ChosenPage Plain(IReadOnlyList<FeedPosition> found, IReadOnlyList<long> shown, int limit)
    {
        var skipped = shown.ToHashSet();
        var places = found.Where(place => !skipped.Contains(place.Id)).Take(limit + 1).ToList();
        if (places.Count <= limit)
            return new(places, null);
        places.RemoveAt(limit);
        return new(
            places,
            Behind(places[^1], found.Where(place => skipped.Contains(place.Id) && place.CompareTo(places[^1]) > 0), skipped));
    }

    /// <summary>The first page, with places kept for the newest story of each source.</summary>
    /// <param name="found">Newest first; more than <paramref name="limit"/>.</param>
    /// <param name="heads">The newest story of each source, of those new enough to be kept a place.</param>
    /// <param name="limit">Most places on the page; half of them are kept at most.</param>
    public static ChosenPage First(IReadOnlyList<FeedPosition> found, IReadOnlyCollection<FeedPosition> heads, int limit)
    {
        var newest = found.Take(limit).ToList();
        var isHead = heads.ToHashSet();
        var missing = isHead.Except(newest).OrderDescending().Take(limit / 2).ToList();

        // Never the very first: it is its source's newest.
        var giving = newest.Skip(1).Where(place => !isHead.Contains(place)).Reverse().Take(missing.Count).ToList();
        if (giving.Count == 0)
            return Plain(found, [], limit);
        var page = newest.Except(giving).Concat(missing.Take(giving.Count)).OrderDescending().ToList();
        var last = newest[newest.IndexOf(giving[^1]) - 1];
        return new(
            page,
            new(last.SortAt, last.Id) { Shown = Ids(page.Where(place => place.CompareTo(last) < 0).Select(place => place.Id)) });
    }

    /// <summary>The page with only the first of its stories; the others follow on the next one.</summary>
    /// <param name="page">As chosen.</param>
    /// <param name="shown">Shown by an earlier page.</param>
    /// <param name="count">Stories that stay, at least 1.</param>
    public static ChosenPage Ended(ChosenPage page, IReadOnlyList<long> shown, int count)
    {
        var last = page.Places[count - 1];

        // Where a quiet source's story stands out of order, all before it but those with a kept place are behind the page's own end.
        var place = page.Next is { } next && last.CompareTo(new(next.SortAt, next.Id)) < 0 ? new(next.SortAt, next.Id) : last;
        var remembered = shown.Union(page.Next?.Shown ?? []).Except(page.Places.Skip(count).Select(left => left.Id));
        return new([.. page.Places.Take(count)], new(place.SortAt, place.Id) { Shown = Ids(remembered) });
    }

    /// <summary>The cursor of a page that begins with this place, and leaves out what was shown.</summary>
    public static StoryCursor Before(FeedPosition first, IEnumerable<FeedPosition> shown) =>
        new(first.SortAt, first.Id + 1) { Shown = Ids(shown.Where(place => place.CompareTo(first) < 0).Select(place => place.Id)) };

    // Only what still lies behind the place has to be remembered.
    private static StoryCursor Behind(FeedPosition last, IEnumerable<FeedPosition> passed, HashSet<long> shown) =>
        new(last.SortAt, last.Id) { Shown = Ids(shown.Except(passed.Select(place => place.Id))) };

    private static List<long> Ids(IEnumerable<long> ids) => [.. ids.OrderDescending()];
}
