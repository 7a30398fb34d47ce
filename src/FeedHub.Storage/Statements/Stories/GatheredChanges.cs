using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// Numbers of changes that the commands of one transaction give to stories: read once, counted here, and written once. Nobody else gives
/// any meanwhile.
/// </summary>
internal sealed class GatheredChanges : IGathered
{
    private const string Raise = "UPDATE Counters SET Value = ?1 WHERE Name = 'stories.change'";

    private Answer<long>? _before;
    private long? _last;

    /// <summary>Asks for the last one, before it is needed.</summary>
    public void Ask(WriteSession session) => _before ??= session.Ask(StorySequences.LastChange, row => row.GetInt64(0));

    /// <summary>The last one.</summary>
    public long Last(WriteSession session)
    {
        Ask(session);
        return _last ??= _before!.Rows.FirstOrDefault();
    }

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
        (_before, _last) = (null, null);
    }
}
