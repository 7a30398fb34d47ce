using FeedHub.Categories;
using FeedHub.Storage;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Ingesting;

/// <summary>The stories inside the writer's transaction.</summary>
internal sealed class StoredStories(WriteSession session, long sourceId, DateTimeOffset now)
{
    private const string InsertStory = """
        INSERT INTO Stories (Id, EntryId, LeadItemId, SortAt, FirstSeenAt, UpdatedAt, ChangedAt, Language)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?7) ON CONFLICT DO NOTHING
        """;

    private readonly Dictionary<long, long> _known = [];
    private readonly Rows<long[]> _keys = new(
        session, "INSERT INTO StoryKeys (Hash, StoryId) SELECT value ->> 0, value ->> 1 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING");

    private readonly Rows<long> _sources = new(
        session,
        """
        INSERT INTO StorySources (SourceId, SortAt, StoryId)
        SELECT ?2, s.SortAt, s.Id FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value WHERE true ON CONFLICT DO NOTHING
        """);

    private readonly Rows<object[]> _categories = new(
        session,
        """
        INSERT INTO StoryCategories (Slug, SortAt, StoryId)
        SELECT j.value ->> 0, s.SortAt, s.Id FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value ->> 1
        WHERE NOT EXISTS (SELECT 1 FROM Items i WHERE i.StoryId = s.Id AND i.CategoryLabelId IS NOT NULL) ON CONFLICT DO NOTHING
        """);

    private readonly HashSet<long> _retagged = [];

    private long? _lastId;

    /// <summary>Stories that the source had no item in before; known after <see cref="Flush"/>.</summary>
    public int Joined { get; private set; }

    /// <summary>Looks up the canonical address of every item of the document.</summary>
    public void Load(ReadyDocument document)
    {
        var hashes = document.Items.Select(item => item.Identified.CanonicalUrl).OfType<string>().Select(ItemIdentity.Hash).ToList();
        const string FindByKeys = "SELECT k.Hash, k.StoryId FROM json_each(?1) j CROSS JOIN StoryKeys k ON k.Hash = j.value";
        foreach (var (hash, story) in session.Query(FindByKeys, row => (row.GetInt64(0), row.GetInt64(1)), StoredJson.Write(hashes)))
            _known[hash] = story;
    }

    /// <summary>The story of the same canonical address, with the reason; else a new one led by the item, with no reason.</summary>
    public (long StoryId, string? Why) JoinOrBegin(ReadyItem item, long itemId, DateTimeOffset sortAt)
    {
        var (storyId, why) = Find(item.Identified.CanonicalUrl) is { } known ? (known, "same address") : (Begin(item, itemId, sortAt), (string?)null);
        AddKey(item.Identified.CanonicalUrl, storyId);
        _sources.Add(storyId);
        if (why is not null)
            session.Execute("UPDATE Stories SET ChangedAt = ?2 WHERE Id = ?1", storyId, now);
        return (storyId, why);
    }

    /// <summary>Lets the canonical address lead to the story, where it leads nowhere yet.</summary>
    public void AddKey(string? canonicalUrl, long storyId)
    {
        if (canonicalUrl is not null && _known.TryAdd(ItemIdentity.Hash(canonicalUrl), storyId))
            _keys.Add([ItemIdentity.Hash(canonicalUrl), storyId]);
    }

    /// <summary>The story has the item's categories too, unless a person has set its own.</summary>
    public void Tag(long storyId, IReadOnlyList<Tag> tags)
    {
        foreach (var tag in tags)
            _categories.Add([tag.Slug, storyId]);
    }

    /// <summary>An item of the story has other categories than before.</summary>
    public void TagAnew(long storyId) => _retagged.Add(storyId);

    /// <summary>An item of the story changed: the entry with it, and its <c>updated</c> if that item leads and its text is another.</summary>
    public void Touch(long storyId, long itemId, bool textChanged, string? language)
    {
        session.Execute("UPDATE Stories SET ChangedAt = ?2 WHERE Id = ?1", storyId, now);
        if (textChanged)
            session.Execute("UPDATE Stories SET UpdatedAt = ?3, Language = ?4 WHERE Id = ?1 AND LeadItemId = ?2", storyId, itemId, now, language);
    }

    /// <summary>Writes the rows gathered.</summary>
    public void Flush()
    {
        _keys.Flush();
        Joined += _sources.Flush(sourceId);
        _categories.Flush();
        StoryTags.Rewrite(session, _retagged);
    }

    private long? Find(string? canonicalUrl) =>
        canonicalUrl is not null && _known.TryGetValue(ItemIdentity.Hash(canonicalUrl), out var story) ? story : null;

    private long Begin(ReadyItem item, long itemId, DateTimeOffset sortAt)
    {
        _lastId ??= session.Scalar<long>("SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'Stories'), 0), coalesce(max(Id), 0)) FROM Stories");
        var id = ++_lastId;

        // Another source may have used the same id already: the first has it for ever.
        if (EntryId.GloballyUnique(item.Identified.Item.Id) is not { } published || !Insert(published))
            Insert(EntryId.New());
        return id.Value;

        bool Insert(string entryId) =>
            session.Execute(InsertStory, id, entryId, itemId, sortAt, now, FirstUpdate(item, sortAt), item.Language) > 0;
    }

    private DateTimeOffset FirstUpdate(ReadyItem item, DateTimeOffset sortAt) =>
        item.Identified.Item.Updated is { } updated && updated > sortAt && updated < now ? updated : sortAt;
}
