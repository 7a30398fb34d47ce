namespace FeedHub.Syndication.Matching;

/// <summary>
/// The leads of the stories inside the window, found by what they have in common with an item. An item joins a story only if it fits
/// the story's lead, never by way of a third. Not thread-safe: one writer owns it.
/// </summary>
public sealed class StoryIndex(MatchOptions options)
{
    private readonly Dictionary<long, (long Source, DateTimeOffset At, Fingerprint Lead)> _stories = [];

    /// <summary>How many stories it holds.</summary>
    public int Count => _stories.Count;

    /// <summary>Bytes of memory that it takes.</summary>
    public long Bytes => _stories.Values.Sum(s => 64L + (4 * s.Lead.Text.Length));

    /// <summary>Adds a story by its lead; one that is there already is replaced.</summary>
    public void Add(long storyId, long sourceId, DateTimeOffset at, Fingerprint lead) => _stories[storyId] = (sourceId, at, lead);

    /// <summary>Gives a story another lead, or its lead another text.</summary>
    public void Replace(long storyId, long sourceId, DateTimeOffset at, Fingerprint lead) => Add(storyId, sourceId, at, lead);

    /// <summary>Takes a story out; false if it was not there.</summary>
    public bool Remove(long storyId) => _stories.Remove(storyId);

    /// <summary>Takes out the stories whose lead is older.</summary>
    /// <returns>How many.</returns>
    public int Purge(DateTimeOffset before)
    {
        var old = _stories.Where(s => s.Value.At < before).Select(s => s.Key).ToList();
        old.ForEach(id => _stories.Remove(id));
        return old.Count;
    }

    /// <summary>The story that an item fits best.</summary>
    /// <param name="item">The item.</param>
    /// <param name="sourceId">Its source.</param>
    /// <param name="at">When it was published.</param>
    /// <param name="never">Stories that it must not join, by an admin's decision.</param>
    public Verdict Find(Fingerprint item, long sourceId, DateTimeOffset at, ISet<long>? never = null)
    {
        var best = Verdict.None;
        foreach (var (id, story) in _stories)
        {
            if ((story.At - at).Duration() > options.Window || never?.Contains(id) == true) continue;
            var verdict = Comparison.Of(item, story.Lead, story.Source == sourceId, options);
            if (verdict.Score > best.Score) best = verdict with { StoryId = id };
        }

        return best;
    }
}
