namespace FeedHub.Model.Sources;

/// <summary>How a source stood before it was paused, so that the pause can be taken back.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">How it was doing; never <see cref="SourceState.Paused"/>.</param>
/// <param name="Planned">When it was to be polled next; null: never.</param>
public sealed record PausedSource(long Id, SourceState State, DateTimeOffset? Planned)
{
    /// <summary>Of a source that is about to be paused; null: there is none, or it is paused already.</summary>
    public static PausedSource? Of(Source? source) =>
        source is { Declared.Enabled: true } ? new(source.Id, source.Polling.State, source.NextPollAt) : null;
}
