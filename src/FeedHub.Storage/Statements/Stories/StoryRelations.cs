using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>What admins decided over stories, as far as it bears on new items. Few, and immutable: loaded again with each
/// decision.</summary>
internal sealed class StoryRelations
{
    private static readonly IReadOnlySet<long> Nobody = new HashSet<long>();

    private readonly Dictionary<long, long> _joined;
    private readonly ILookup<long, long> _apart;

    private StoryRelations(Dictionary<long, long> joined, IEnumerable<(long From, long Story)> apart) =>
        (_joined, _apart) = (joined, apart.ToLookup(pair => pair.From, pair => pair.Story));

    /// <summary>Nothing decided.</summary>
    public static StoryRelations None { get; } = new([], []);

    /// <summary>What the database holds.</summary>
    public static StoryRelations Load(WriteSession session) => new(
        session.Query("SELECT Id, StoryId FROM JoinedStories", row => (row.GetInt64(0), row.GetInt64(1))).ToDictionary(),
        session.Query("SELECT FromId, StoryId FROM StoriesApart", row => (row.GetInt64(0), row.GetInt64(1))));

    /// <summary>The story that has the items of this one now: itself, unless it was joined into another.</summary>
    public long StoryOf(long id) => _joined.GetValueOrDefault(id, id);

    /// <summary>The stories split off from this one.</summary>
    public IReadOnlySet<long> SplitFrom(long story) => _apart.Contains(story) ? _apart[story].ToHashSet() : Nobody;

    /// <summary>Everything in the index that stands for this story: itself and what was joined into it.</summary>
    public HashSet<long> LeadsOf(long story) => [story, .. _joined.Where(pair => pair.Value == story).Select(pair => pair.Key)];
}
