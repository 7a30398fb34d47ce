using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Writing;

namespace FeedHub.Articles;

/// <summary>Tries the page of one item of a source because a person asked, whether the source rests or has ended.</summary>
public sealed class PageTrial(ReadSessions database, DatabaseWriter writer, PageTurns turns, PageReader reader, TimeProvider time)
{
    /// <summary>What came of the newest page that is queued or was refused, else of the newest item's page, in words.</summary>
    public async Task<string> TryAsync(Source source, CancellationToken cancellation)
    {
        if (PageQueue.NewestOf(database, source.Id) is { } queued)
            return await turns.OneAsync(queued, cancellation) is { } read
                ? PageWords.Of(read.Page, read.Answer)
                : "The page is being read already.";
        if (PageQueue.NewestPageOf(database, source.Id) is not { } url)
            return "None of its items has a page.";
        var answer = await reader.ReadAsync(url, source, cancellation);
        await writer.RunAsync(session => Note(session, source.Id, answer), CancellationToken.None);
        return PageWords.Of(url, answer);
    }

    private bool Note(WriteSession session, long sourceId, PageAnswer answer)
    {
        foreach (var fetched in answer.Fetched)
            new AskedHosts(session).Count(fetched, 0);
        new PageSequel(session, sourceId, time.GetUtcNow()).Count(answer);
        return true;
    }
}
