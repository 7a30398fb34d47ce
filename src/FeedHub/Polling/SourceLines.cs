using FeedHub.Model.Sources;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Polling;

/// <summary>A line of the log where a poll changed how a source does: not each poll of one that fails for a month, and one line for all
/// beyond a few in a minute.</summary>
public sealed partial class SourceLines : IDisposable
{
    private readonly ILogger<SourceLines> _log;
    private readonly StateCrowd _crowd;

    /// <summary>Lines go to this log.</summary>
    public SourceLines(TimeProvider time, ILogger<SourceLines> log)
    {
        _log = log;
        _crowd = new(time, LogMany);
    }

    /// <inheritdoc/>
    public void Dispose() => _crowd.Dispose();

    /// <summary>Tells what a stored poll changed.</summary>
    /// <param name="source">As it was before the poll.</param>
    /// <param name="stored">What was stored.</param>
    public void Tell(Source source, StoredPoll stored)
    {
        if (stored.MovedTo is { } address)
            LogMoved(source.Slug, ShownAddress.Of(source.Url), ShownAddress.Of(address));
        if (source.Declared.Enabled && stored.Next.State != source.Polling.State)
            TellState(source, stored.Next.State, stored.Next.Error ?? stored.Next.Concern);
    }

    private void TellState(Source source, SourceState state, Reason? why)
    {
        if (state == SourceState.Active && source.Polling.State == SourceState.Paused)
            return;
        if (_crowd.Holds(source.Slug, state == SourceState.Active ? "well again" : Words(state)))
            return;
        if (state != SourceState.Active)
            LogState(state == SourceState.Quiet ? LogLevel.Information : LogLevel.Warning, source.Slug, Words(state), Because(why));
        else
            LogHealed(source.Slug, Words(source.Polling.State));
    }

    private static string Because(Reason? why) => why is null ? "" : $": {why}";

    private static string Words(SourceState state) => state.ToString().ToLowerInvariant();

    [LoggerMessage(EventName = "Moved", Level = LogLevel.Information, Message = "{Source} moved from {Former} to {Address}")]
    private partial void LogMoved(string source, string former, string address);

    [LoggerMessage(EventName = "State", Message = "{Source} is {State}{Why}")]
    private partial void LogState(LogLevel level, string source, string state, string why);

    [LoggerMessage(EventName = "Healed", Level = LogLevel.Information, Message = "{Source} is well again; it was {State}")]
    private partial void LogHealed(string source, string state);

    [LoggerMessage(EventName = "Many", Level = LogLevel.Warning, Message = "{Count} more sources changed in this minute: {States}")]
    private partial void LogMany(int count, string states);
}
