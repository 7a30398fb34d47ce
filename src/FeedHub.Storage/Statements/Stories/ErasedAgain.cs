using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Categories;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// Erases in an older state of a database what a later one knows as erased: every item that has an erased hash
/// (<see cref="LastingIdentity"/>), inside one transaction. A story that was erased goes whole. An item that the later state still has
/// stays: it had left the story before, or is another article with the same text.
/// </summary>
/// <param name="session">On the older state, which holds the later one's erased hashes already.</param>
/// <param name="numbers">Stories that were erased; the hashes tell whether these numbers are the same stories here.</param>
/// <param name="isStillThere">Whether the later state has the item of this key, first read at this time in Unix milliseconds.</param>
/// <param name="now">When it is done.</param>
internal sealed class ErasedAgain(WriteSession session, IReadOnlySet<long> numbers, Func<long, long, bool> isStillThere, DateTimeOffset now)
{
    private const int StoriesAtATime = 2_000;

    private readonly HashSet<long> _erased = [.. session.Query("SELECT Hash FROM ErasedKeys", row => row.GetInt64(0))];

    /// <summary>Erases them; returns how many stories lost items.</summary>
    public int Run()
    {
        new Labels(session).Erase(IsErased);
        CorrectionStore.Erase(session, IsErased);
        var found = new List<IGrouping<long, LastingHash>>();
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Looked (StoryId INTEGER PRIMARY KEY)");
        for (var last = 0L; Next(last) is { } next; last = next)
            found.AddRange(new LastingHashes(session, "(SELECT StoryId FROM Looked)").Read()
                .Where(hash => _erased.Contains(hash.Hash)).GroupBy(hash => hash.StoryId));
        return found.Count(story => Erase(story.Key, [.. story.Select(hash => hash.ItemId).OfType<long>()]));
    }

    // The last of the stories that are looked at; null: there is no further one.
    private long? Next(long last)
    {
        session.Execute("DELETE FROM Looked");
        session.Execute("INSERT INTO Looked SELECT Id FROM Stories WHERE Id > ?1 ORDER BY Id LIMIT ?2", last, StoriesAtATime);
        return session.Scalar<long?>("SELECT max(StoryId) FROM Looked");
    }

    private bool Erase(long storyId, HashSet<long> byHash)
    {
        var isWhole = numbers.Contains(storyId);
        var items = session.Query(
            "SELECT Id, CanonicalUrl, FirstSeenAt FROM Items WHERE StoryId = ?1 ORDER BY Id",
            row => (
                Id: row.GetInt64(0),
                IsErased: (isWhole || byHash.Contains(row.GetInt64(0)) || HasErasedAddress(StoredItems.Text(row, 1)))
                    && !isStillThere(row.GetInt64(0), row.GetInt64(2))),
            storyId).ToLookup(item => item.IsErased, item => item.Id);
        if (!items.Contains(true))
            return false;
        var begun = items.Contains(false) ? Part(storyId, items[!isWhole]) : storyId;
        new StoryErasure(session).Run(isWhole ? storyId : begun, now);
        return true;
    }

    // A story of these items.
    private long Part(long storyId, IEnumerable<long> items)
    {
        var move = new ItemMove(session);
        var moved = items.Select(id => move.Find(storyId, id)).OfType<MovedItem>().OrderByDescending(item => item.LedFrom).ToList();
        var first = moved[0];
        var begun = new NewStory(session).Begin(
            first.Id, first.Guid, first.LedFrom ?? first.SortAt, first.SortAt, first.FirstSeenAt, first.SortAt, first.Language, now);
        HiddenStories.Follow(session, begun, storyId);
        foreach (var item in moved)
            move.Run(item, storyId, begun);
        if (first.LedFrom is not null)
            StoryTimes.ShowAnother(session, storyId, now);
        Rebuild(storyId);
        Rebuild(begun);
        return begun;
    }

    private void Rebuild(long storyId)
    {
        var tables = new StoryTables(session);
        tables.Rebuild(storyId, now);
        tables.CountFor(storyId);
    }

    private bool IsErased(LabelledItem item) =>
        (EntryId.GloballyUnique(item.Id) is { } guid && _erased.Contains(LastingIdentity.OfGuid(guid)))
        || HasErasedAddress(CanonicalUrl.Of(item.Url)) || IsErased(item.Title, item.Summary ?? "");

    private bool IsErased(string? title, string text) => _erased.Contains(LastingIdentity.OfText(TextDigest.Of(title, text)));

    private bool HasErasedAddress(string? address) =>
        address is not null && _erased.Contains(LastingIdentity.OfAddress(ItemIdentity.Hash(address)));
}
