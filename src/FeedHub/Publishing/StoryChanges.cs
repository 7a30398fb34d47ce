namespace FeedHub.Publishing;

/// <summary>Tells the merged feed that stories changed: what was rendered for an older version is rendered anew when asked for.</summary>
public sealed class StoryChanges
{
    private long _version;

    /// <summary>Rises with every change.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Stories were added, changed or removed.</summary>
    public void Raise() => Interlocked.Increment(ref _version);
}
