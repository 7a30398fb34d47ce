using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// Numbers of changes that the commands of one transaction give to stories: read once, counted here, and written once. Nobody else gives
/// any meanwhile.
/// </summary>
internal sealed class GatheredChanges : IGathered
{
    private const string Raise = "UPDATE Counters SET Value = ?1 WHERE Name = 'stories.change'";

    private long? _last;

    /// <summary>The last one.</summary>
    public long Last(WriteSession session) => _last ??= session.Scalar<long>(StorySequences.LastChange);

    /// <summary>The next one.</summary>
    public long Next(WriteSession session)
    {
        _last = Last(session) + 1;
        return _last.Value;
    }

    /// <inheritdoc/>
    public void Write(WriteSession session)
    {
        if (_last is { } last)
            session.Write(Raise, last);
        _last = null;
    }
}
