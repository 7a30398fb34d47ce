namespace FeedHub.Syndication.Identity;

/// <summary>
/// Items that came back under other guids and links: a token in each link, guids that change at each build, a site that moved. An item
/// is one that the document before had and this one has no more, if the title agrees and date or text with it.
/// </summary>
public sealed class Recognition
{
    // What only a title tells is a habit of the source's where so many items show it, and may be a few daily columns where fewer do.
    private const int LeastByTitle = 5;

    // The same words under another date, or a title without date over other words: dates and tokens that change with the guids, or
    // columns that come each day.
    private const int LeastAgainstOne = 10;

    // Midnight of any zone: a date without a time, which a morning's and an evening's edition share.
    private const int QuarterOfAnHour = 15 * 60;

    // Bounds the work: what has a title with so many others is not told by it.
    private const int MostOfOneTitle = 200;

    private readonly IReadOnlyList<TitleTraits> _came;
    private readonly IReadOnlyList<TitleTraits> _gone;
    private readonly Dictionary<string, List<int>> _byTitle = new(StringComparer.Ordinal);

    private Recognition(IReadOnlyList<TitleTraits> came, IReadOnlyList<TitleTraits> gone)
    {
        (_came, _gone) = (came, gone);
        for (var place = 0; place < gone.Count; place++)
        {
            if (!_byTitle.TryGetValue(gone[place].Title ?? "", out var places))
                _byTitle[gone[place].Title ?? ""] = places = [];
            if (places.Count < MostOfOneTitle)
                places.Add(place);
        }
    }

    /// <summary>For each item that came, the place in <paramref name="gone"/> of the one that it is, or null.</summary>
    /// <param name="came">Items of a document that no key led to.</param>
    /// <param name="gone">Items of the document before that this one has under no key.</param>
    /// <param name="isAlone">True if no item of the document was found by its guid or link: then titles may tell by themselves.</param>
    public static IReadOnlyList<int?> Find(IReadOnlyList<TitleTraits> came, IReadOnlyList<TitleTraits> gone, bool isAlone) =>
        new Recognition(came, gone).Find(isAlone);

    private int?[] Find(bool isAlone)
    {
        var found = new int?[_came.Count];
        Pair(found, (one, other) => one.IsDatedAs(other) && (one.ReadsLike(other) || (IsToTheMinute(one) && !one.ReadsUnlike(other))));
        Pair(found, (one, other) => one.ReadsLike(other) && !one.IsDatedUnlike(other));
        var isBorneOut = IsMost(found, 1);
        if (!isBorneOut && !isAlone)
            return found;

        // The rest is only likely for each item by itself: it holds where most of the document bears it out.
        found = With(found, 1, (one, other) => one.IsDatedAs(other) && (isBorneOut || IsToTheMinute(one)));
        if (!isAlone)
            return found;
        found = With(found, LeastAgainstOne, (one, other) => one.ReadsLike(other));
        found = With(found, LeastByTitle, (one, other) => !one.IsDatedUnlike(other) && !one.ReadsUnlike(other));
        var named = Once(_came).Intersect(Once(_gone)).ToHashSet(StringComparer.Ordinal);
        return named.Count * 5 < Math.Min(_came.Count, _gone.Count) * 4 ? found
            : With(found, LeastAgainstOne, (one, other) => !one.IsDatedUnlike(other) && named.Contains(one.Title!));
    }

    // Titles that name one item.
    private static IEnumerable<string> Once(IReadOnlyList<TitleTraits> items) =>
        items.Select(item => item.Title).OfType<string>().CountBy(title => title).Where(title => title.Value == 1)
            .Select(title => title.Key);

    private static bool IsToTheMinute(TitleTraits item) => item.Seconds % QuarterOfAnHour != 0;

    private int?[] With(int?[] found, int least, Func<TitleTraits, TitleTraits, bool> isSame)
    {
        int?[] more = [.. found];
        Pair(more, isSame);
        return IsMost(more, least) ? more : found;
    }

    private bool IsMost(int?[] found, int least) =>
        found.Count(place => place is not null) is var count && count >= least && count * 2 >= Math.Min(_came.Count, _gone.Count);

    // Several items of one title go by their order, which a document keeps.
    private void Pair(int?[] found, Func<TitleTraits, TitleTraits, bool> isSame)
    {
        var taken = found.OfType<int>().ToHashSet();
        for (var place = 0; place < _came.Count; place++)
        {
            if (found[place] is not null || !_byTitle.TryGetValue(_came[place].Title ?? "", out var candidates))
                continue;
            var at = candidates.FindIndex(
                candidate => !taken.Contains(candidate) && IsTold(_came[place], _gone[candidate])
                    && isSame(_came[place], _gone[candidate]));
            if (at < 0)
                continue;
            found[place] = candidates[at];
            taken.Add(candidates[at]);
        }
    }

    // Without a title only the text can tell.
    private static bool IsTold(TitleTraits one, TitleTraits other) => one.Title is not null || one.ReadsLike(other);
}
