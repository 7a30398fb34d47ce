namespace FeedHub.Demo;

/// <summary>Who prints what by when: the whole newsroom as a function of the clock.</summary>
internal sealed class Newsdesk(DateTimeOffset start, Uri root)
{
    private const int ItemsInEdition = 20;

    // Enough to fill an edition that takes only one topic.
    private const int SlotsLookedAt = 80;

    private readonly ArticleLibrary _library = ArticleLibrary.Load();
    private readonly Timetable _timetable = new(start);

    /// <summary>Where everything stands.</summary>
    public NewsroomAddresses Addresses { get; } = new(root);

    /// <summary>An outlet's feed at an instant.</summary>
    public PublisherEdition EditionOf(Publisher publisher, DateTimeOffset now) => new(
        publisher,
        Addresses.Feed(publisher),
        Addresses.Front(publisher),
        [.. Releases(publisher, now).Select(release => Tell(release, now))]);

    /// <summary>The item of a number at an outlet, or null if that outlet has not printed it by then.</summary>
    public NewsItem? Find(Publisher publisher, long key, DateTimeOffset now)
    {
        if (Release.Parse(key) is not var (origin, slot) || slot >= _timetable.Printed(origin, now))
            return null;
        var release = Print(publisher, origin, slot);
        return Prints(release) && release.At <= now ? Tell(release, now) : null;
    }

    private IEnumerable<Release> Releases(Publisher publisher, DateTimeOffset now) => publisher.ReprintsFrom
        .Select(Publishers.Of)
        .Append(publisher)
        .SelectMany(origin => Recent(publisher, origin, now))
        .OrderByDescending(release => release.At)
        .ThenByDescending(release => release.Key)
        .Take(ItemsInEdition);

    private IEnumerable<Release> Recent(Publisher publisher, Publisher origin, DateTimeOffset now)
    {
        var printed = _timetable.Printed(origin, now);
        var first = Math.Max(0, printed - SlotsLookedAt);
        return Enumerable.Range(first, printed - first)
            .Select(slot => Print(publisher, origin, slot))
            .Where(release => Prints(release) && release.At <= now);
    }

    private Release Print(Publisher by, Publisher origin, int slot)
    {
        var own = _timetable.At(origin, slot);
        var at = by.Slug == origin.Slug ? own : _timetable.CopiedAt(by, origin, slot);
        return new Release(by, origin, slot, at, _library.At(origin, slot, own));
    }

    private static bool Prints(Release release)
    {
        var (by, origin, piece) = (release.By, release.Origin, release.Piece);
        if (!release.IsCopy)
            return true;
        if (!by.ReprintsFrom.Contains(origin.Slug) || (by.Topics.Count > 0 && !by.Topics.Contains(piece.Topic)))
            return false;
        return by.Tracking is not null || Dice.Roll($"{by.Slug}+{release.Key}", 4) < (piece.Agency ? by.Share : 1);
    }

    private NewsItem Tell(Release release, DateTimeOffset now) => ItemTeller.Tell(release, Addresses, Aside(release), now);

    private string Aside(Release release)
    {
        var (by, slots) = (release.By, release.By.Backlog);
        if (!release.IsCopy || slots == 0)
            return "";
        var other = Print(by, by, (Dice.Roll($"{by.Slug}^{release.Key}", slots) + 1) % slots);
        return ItemTeller.Aside(other, Addresses);
    }
}
