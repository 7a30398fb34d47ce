using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Begins stories inside one command of the writer: nobody else does meanwhile.</summary>
internal sealed class NewStory(WriteSession session)
{
    private const string Find = "SELECT s.EntryId FROM json_each(?1) j CROSS JOIN Stories s ON s.EntryId = j.value ->> 0";

    private static readonly RowInsert Row = new(
        "Stories", rank: 0, "Id", "EntryId", "LeadItemId", "SortAt", "FirstSeenAt", "UpdatedAt", "ChangedAt", "Language", "PublishedAt",
        "ChangeNumber");

    /// <summary>A whole row; nothing where its number or its entry's id is there already.</summary>
    internal static readonly string Insert = $"{Row.One} ON CONFLICT DO NOTHING";

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private Answer<string>? _answer;

    /// <summary>Asks at once which entries' ids there are already.</summary>
    /// <param name="guids">Ids of items as they are published.</param>
    public void Ask(IEnumerable<string?> guids)
    {
        List<string> ids = [.. guids.Select(EntryId.GloballyUnique).OfType<string>().Where(_asked.Add)];
        if (ids.Count > 0)
            _answer = AskFor(ids);
    }

    /// <summary>A story led by this item; returns its key.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="guid">The item's id as published: the entry's where it can be the same nowhere else.</param>
    /// <param name="arrival">Its place in the merged feed.</param>
    /// <param name="publishedAt">When the item was published.</param>
    /// <param name="seenAt">When the item was first read.</param>
    /// <param name="updatedAt">The entry's <c>updated</c>.</param>
    /// <param name="language">BCP 47, or null.</param>
    /// <param name="changedAt">When anything of the entry last changed; first sight if never.</param>
    /// <param name="entryId">The entry's id where it had one before; null: none.</param>
    public long Begin(
        long itemId, string? guid, DateTimeOffset arrival, DateTimeOffset publishedAt, DateTimeOffset seenAt, DateTimeOffset updatedAt,
        string? language, DateTimeOffset? changedAt = null, string? entryId = null)
    {
        var id = session.Gathered<LastNumbers>().NextStory(session);

        // Another source may have used the same id already: the first has it for ever.
        var entry = new[] { entryId, EntryId.GloballyUnique(guid) }.FirstOrDefault(IsFree) ?? EntryId.New();
        _taken.Add(entry);
        session.Add(
            Row, id, entry, itemId, arrival, seenAt, updatedAt, changedAt ?? seenAt, language, publishedAt,
            StorySequences.NextChange(session));
        return id;
    }

    private bool IsFree(string? entry)
    {
        if (entry is null)
            return false;
        if (_answer is { } answer)
            _taken.UnionWith(answer.Rows);
        _answer = null;
        if (_asked.Add(entry))
            _taken.UnionWith(AskFor([entry]).Rows);
        return !_taken.Contains(entry);
    }

    private Answer<string> AskFor(IEnumerable<string> ids) =>
        session.Ask(Find, row => row.GetString(0), StoredJson.Write(ids.Select(id => new[] { id })));
}
