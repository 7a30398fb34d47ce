using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Ingesting;

/// <summary>Makes the <see cref="Ingester"/> of a document inside the writer's transaction.</summary>
public sealed class Ingesters(LiveStories stories, IOptions<FeedHubOptions> options)
{
    /// <summary>One for a document of this source, or for its last piece.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="source">Whose document it is.</param>
    /// <param name="now">When it is stored.</param>
    /// <param name="early">What of it was stored before.</param>
    internal Ingester For(WriteSession session, Source source, DateTimeOffset now, EarlyPieces early)
    {
        var window = options.Value.Publishing.Window;
        var articles = source.Declared.Republished == ContentPolicy.Article
            ? new WantedArticles(session, source, now, window) : null;
        return new(session, stories, new(session, source.Id), now, window, early, articles);
    }

    /// <summary>One for an item whose page was read, or that has waited long enough for it.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="sourceId">Whose item it is.</param>
    /// <param name="now">When it is stored.</param>
    /// <param name="isFirst">True if it came with its source's first document.</param>
    internal Ingester Completing(WriteSession session, long sourceId, DateTimeOffset now, bool isFirst) =>
        new(session, stories, new(session, sourceId), now, options.Value.Publishing.Window, EarlyPieces.None, isFollowed: !isFirst);
}
