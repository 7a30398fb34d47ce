using FeedHub.Storage;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Ingesting;

/// <summary>The stories inside the writer's transaction.</summary>
internal sealed class StoredStories(WriteSession session, long sourceId, DateTimeOffset now)
{
    /// <summary>Stories that the source had no item in before.</summary>
    public int Joined { get; private set; }

    /// <summary>The story of the same canonical address, with the reason; else a new one, with no reason.</summary>
    public (long StoryId, string? Why) JoinOrBegin(ReadyItem item, DateTimeOffset sortAt)
    {
        var (storyId, why) = Find(item.Identified.CanonicalUrl) is { } known ? (known, (string?)"same address") : (Begin(item, sortAt), null);
        AddKey(item.Identified.CanonicalUrl, storyId);
        Joined += AddSource(storyId);
        if (why is not null)
            session.Execute("UPDATE Stories SET ChangedAt = ?2 WHERE Id = ?1", storyId, now);
        return (storyId, why);
    }

    /// <summary>Makes the item the one that the story's entry shows.</summary>
    public void Lead(long storyId, long itemId) =>
        session.Execute("UPDATE Stories SET LeadItemId = ?2 WHERE Id = ?1", storyId, itemId);

    /// <summary>Lets the canonical address lead to the story, where it leads nowhere yet.</summary>
    public void AddKey(string? canonicalUrl, long storyId)
    {
        if (canonicalUrl is not null)
            session.Execute("INSERT INTO StoryKeys (Hash, StoryId) VALUES (?1, ?2) ON CONFLICT DO NOTHING", ItemIdentity.Hash(canonicalUrl), storyId);
    }

    /// <summary>The story has the categories of all its items.</summary>
    public void Tag(long storyId, IReadOnlyList<Tag> tags)
    {
        foreach (var tag in tags)
            session.Execute(
                "INSERT INTO StoryCategories (Slug, SortAt, StoryId) SELECT ?2, SortAt, Id FROM Stories WHERE Id = ?1 ON CONFLICT DO NOTHING",
                storyId, tag.Slug);
    }

    /// <summary>An item of the story changed: the entry with it, and its <c>updated</c> if that item leads and its text is another.</summary>
    public void Touch(long storyId, long itemId, bool textChanged, string? language)
    {
        session.Execute("UPDATE Stories SET ChangedAt = ?2 WHERE Id = ?1", storyId, now);
        if (textChanged)
            session.Execute("UPDATE Stories SET UpdatedAt = ?3, Language = ?4 WHERE Id = ?1 AND LeadItemId = ?2", storyId, itemId, now, language);
    }

    private long? Find(string? canonicalUrl) => canonicalUrl is null
        ? null
        : session.Scalar<object>("SELECT StoryId FROM StoryKeys WHERE Hash = ?1", ItemIdentity.Hash(canonicalUrl)) as long?;

    private long Begin(ReadyItem item, DateTimeOffset sortAt)
    {
        var id = EntryId.GloballyUnique(item.Identified.Item.Id);
        return (id is null ? null : Insert(id)) ?? Insert(EntryId.New())!.Value;

        // Another source may have used the same id already: the first has it for ever.
        long? Insert(string entryId) => session.Scalar<object>(
            "INSERT INTO Stories (EntryId, LeadItemId, SortAt, FirstSeenAt, UpdatedAt, ChangedAt, Language) VALUES (?1, 0, ?2, ?3, ?4, ?3, ?5) ON CONFLICT DO NOTHING RETURNING Id",
            entryId, sortAt, now, FirstUpdate(item, sortAt), item.Language) as long?;
    }

    private DateTimeOffset FirstUpdate(ReadyItem item, DateTimeOffset sortAt) =>
        item.Identified.Item.Updated is { } updated && updated > sortAt && updated < now ? updated : sortAt;

    private int AddSource(long storyId) => session.Execute(
        """
        INSERT INTO StorySources (SourceId, SortAt, StoryId)
        SELECT ?2, SortAt, Id FROM Stories WHERE Id = ?1 ON CONFLICT DO NOTHING
        """,
        storyId, sourceId);
}
