using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Ingesting;

/// <summary>Makes the <see cref="Ingester"/> of a document inside the writer's transaction.</summary>
public sealed class Ingesters(LiveStories stories, IOptions<FeedHubOptions> options)
{
    /// <summary>One for a document of this source, or for its last piece.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="sourceId">Whose document it is.</param>
    /// <param name="now">When it is stored.</param>
    /// <param name="early">What of it was stored before.</param>
    internal Ingester For(WriteSession session, long sourceId, DateTimeOffset now, EarlyPieces early) =>
        new(session, stories, sourceId, now, options.Value.Publishing.Window, early);
}
