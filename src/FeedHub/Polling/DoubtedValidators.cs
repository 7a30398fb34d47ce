using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>
/// Whether a server's "not modified" is worth a doubt. Some answer it for ever, such as a cache that compares the date of a template: then
/// nothing comes where much used to. Such a server is asked once without validators; what that shows is remembered.
/// </summary>
public sealed class DoubtedValidators(ReadSessions database, TimeProvider time)
{
    /// <summary>True if nothing has come for longer than the source's rhythm explains, by 304s alone, and that was not looked into
    /// yet.</summary>
    public bool AreWorthACheck(Source source)
    {
        var polling = source.Polling;
        return (polling.ETag ?? polling.LastModified) is not null
            && polling.Rhythm?.Last is { } last
            && !(polling.InFullAt > last)
            && Silence.IsStrange(polling.Rhythm, time.GetUtcNow())
            && PollHistory.HasOnlyNotModified(database, source.Id, polling.Rhythm.At);
    }
}
