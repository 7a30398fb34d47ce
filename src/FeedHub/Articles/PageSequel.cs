using FeedHub.Model.Articles;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Articles;

/// <summary>What a page's answer means for the page itself and for those of its source that are still to be read, inside the writer's
/// transaction.</summary>
internal sealed class PageSequel(WriteSession session, long sourceId, DateTimeOffset now)
{
    // A network fails for minutes; a page that fails three times is refused.
    private const int MostTries = 3;

    // Of pages that are denied one after the other, so many are bad luck; then its source rests, then it is over.
    private const int Tolerated = 3;
    private const int Last = 8;

    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan FirstRest = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    private readonly PageQueue _queue = new(session);

    /// <summary>Follows it up.</summary>
    public void Follow(QueuedPage page, PageAnswer answer)
    {
        switch (answer.Outcome)
        {
            case PageOutcome.Read or PageOutcome.Empty:
                _queue.Remove(page.Id);
                Count(answer);
                break;
            case PageOutcome.Later when answer.Again is not null || page.Tries < MostTries:
                _queue.Leave(page.Id, answer.Again ?? now + (Retry * page.Tries), answer.Why);
                break;
            default:
                _queue.Release(page.Id);
                _queue.Leave(page.Id, null, answer.Why);
                Slow(Count(answer), answer.Why!);
                break;
        }
    }

    /// <summary>Counts the answer; returns how many pages were denied in a row, 0 if this one was not.</summary>
    public int Count(PageAnswer answer)
    {
        var before = PageFigures.Of(session, sourceId)?.RefusedInARow ?? 0;
        var inARow = answer.Outcome switch
        {
            PageOutcome.Denied => before + 1,
            PageOutcome.Read => 0,
            _ => before,
        };
        PageFigures.Add(session, new()
        {
            SourceId = sourceId,
            Read = answer.Outcome == PageOutcome.Read ? 1 : 0,
            Empty = answer.Outcome == PageOutcome.Empty ? 1 : 0,
            Refused = answer.Outcome is PageOutcome.Read or PageOutcome.Empty ? 0 : 1,
            RefusedInARow = inARow,
            LastAt = now,
            Why = answer.Why,
        });
        return answer.Outcome == PageOutcome.Denied ? inARow : 0;
    }

    private void Slow(int inARow, Reason why)
    {
        if (inARow < Tolerated)
            return;
        var rest = FirstRest * (1 << Math.Min(inARow - Tolerated, 5));
        DateTimeOffset? until = inARow >= Last ? null : now + (rest < LongestRest ? rest : LongestRest);
        var words = until is { } end
            ? Reason.Of(ReasonCode.PagesRest, inARow, why, $"{end.UtcDateTime:u}")
            : Reason.Of(ReasonCode.PagesEnded, inARow, why);
        PageFigures.Rest(session, sourceId, until, words);
        _queue.PutOff(sourceId, until, now);
    }
}
