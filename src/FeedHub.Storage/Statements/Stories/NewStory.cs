using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Begins stories inside one command of the writer: nobody else does meanwhile.</summary>
internal sealed class NewStory(WriteSession session)
{
    /// <summary>A whole row; nothing where its number or its entry's id is there already.</summary>
    internal const string Insert = """
        INSERT INTO Stories (Id, EntryId, LeadItemId, SortAt, FirstSeenAt, UpdatedAt, ChangedAt, Language, PublishedAt,
          ChangeNumber)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING
        """;

    private long? _lastId;

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
        var id = (_lastId = (_lastId ?? session.Scalar<long>(session.LastStory)) + 1).Value;

        // Another source may have used the same id already: the first has it for ever.
        if (entryId is not null && TryInsert(entryId))
            return id;
        if (EntryId.GloballyUnique(guid) is not { } published || !TryInsert(published))
            TryInsert(EntryId.New());
        return id;

        bool TryInsert(string entry) =>
            session.Execute(
                Insert, id, entry, itemId, arrival, seenAt, updatedAt, changedAt ?? seenAt, language, publishedAt,
                StorySequences.NextChange(session)) > 0;
    }
}
