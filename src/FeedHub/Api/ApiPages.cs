using FeedHub.Model.Articles;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Writing;

namespace FeedHub.Api;

/// <summary>How the reading of a source's article pages goes.</summary>
/// <param name="Read">Pages whose article was taken.</param>
/// <param name="Refused">Pages that could not be had.</param>
/// <param name="Empty">Pages without an article.</param>
/// <param name="Waiting">Pages that are still to be read.</param>
/// <param name="RestsUntil">Until when no page is asked for; null: no rest.</param>
/// <param name="Ended">True if none is asked for until an admin tries one.</param>
/// <param name="Why">Why it rests or has ended, or why the last page was not read; null if nothing.</param>
public sealed record ApiPages(int Read, int Refused, int Empty, long Waiting, DateTimeOffset? RestsUntil, bool Ended, string? Why)
{
    private static readonly ArticleFigures None = new();

    /// <summary>Those of a source; null: no page of it was asked for, and none is to be.</summary>
    public static ApiPages? Of(ReadSessions database, long sourceId) =>
        Of(PageFigures.Of(database, sourceId), PageQueue.CountOf(database, sourceId));

    /// <summary>Those of all sources that have any, by the source's number.</summary>
    public static IReadOnlyDictionary<long, ApiPages> All(ReadSessions database)
    {
        var (figures, waiting) = (PageFigures.All(database), PageQueue.Counts(database));
        return figures.Keys.Union(waiting.Keys).ToDictionary(
            source => source, source => Of(figures.GetValueOrDefault(source), waiting.GetValueOrDefault(source))!);
    }

    private static ApiPages? Of(ArticleFigures? pages, long waiting) =>
        pages is null && waiting == 0 ? null : Shown(pages ?? None, waiting);

    private static ApiPages Shown(ArticleFigures pages, long waiting) => new(
        pages.Read, pages.Refused, pages.Empty, waiting, pages.RestsUntil, pages.HasEnded, ShownAddress.InText(pages.Why?.ToString()));
}
