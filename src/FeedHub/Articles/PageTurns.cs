using System.Collections.Concurrent;
using FeedHub.Model.Articles;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Articles;

/// <summary>Reads queued pages one at a time, and lets items go out that have waited long enough.</summary>
public sealed class PageTurns(DatabaseWriter writer, ReadSessions database, PageReader reader, PageStore store, TimeProvider time)
{
    // A try that never ended, since FeedHub did, is made again.
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(10);

    // Of so many hosts it is known whose turn it was; beyond they begin again.
    private const int MostHosts = 10_000;

    private readonly ConcurrentDictionary<long, bool> _busy = new();
    private readonly ConcurrentDictionary<string, long> _last = new(StringComparer.Ordinal);

    /// <summary>Reads a page of a host that is due: of its sources in turn, of each the newest; null: none is.</summary>
    public async Task<(QueuedPage Page, PageAnswer? Answer)?> NextAsync(string host, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var last = _last.GetValueOrDefault(host);
        var page = await writer.RunAsync(session => new PageQueue(session).ClaimNext(host, last, now, now + Lost), CancellationToken.None);
        Remember(host, page);
        return page is null ? null : (page, await ReadAsync(page, cancellation));
    }

    private void Remember(string host, QueuedPage? page)
    {
        if (page is null)
            _last.TryRemove(host, out _);
        else if (_last.Count < MostHosts || _last.ContainsKey(host))
            _last[host] = page.SourceId;
    }

    /// <summary>Reads this page, due or not, because a person asked; null where it is no longer in the queue, or is being read.</summary>
    public async Task<(QueuedPage Page, PageAnswer? Answer)?> OneAsync(long id, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + Lost;
        var page = await writer.RunAsync(session => new PageQueue(session).ClaimOne(id, until), CancellationToken.None);
        return page is null ? null : (page, await ReadAsync(page, cancellation));
    }

    /// <summary>Lets those go out that have waited long enough; returns how many.</summary>
    public async Task<int> ReleaseAsync()
    {
        var released = 0;
        foreach (var page in PageQueue.Overdue(database, time.GetUtcNow()))
        {
            if (SourceOf(page) is not { } source)
                continue;
            await store.ReleaseAsync(page, source);
            released++;
        }

        return released;
    }

    private async Task<PageAnswer?> ReadAsync(QueuedPage page, CancellationToken cancellation)
    {
        if (!_busy.TryAdd(page.Id, true))
            return null;
        try
        {
            return await ReadAloneAsync(page, cancellation);
        }
        finally
        {
            _busy.TryRemove(page.Id, out _);
        }
    }

    // A source that is paused, or wants no articles any more, asks for none.
    private async Task<PageAnswer?> ReadAloneAsync(QueuedPage page, CancellationToken cancellation)
    {
        if (SourceOf(page) is not { } source)
            return null;
        if (!source.Declared.Enabled || source.Declared.Republished != ContentPolicy.Article)
        {
            if (page.WaitsUntil is not null)
                await store.ReleaseAsync(page, source);
            await store.DropAsync(page);
            return null;
        }

        var answer = await reader.ReadAsync(page.Url, source, cancellation);
        await store.StoreAsync(page, source, answer);
        return answer;
    }

    private Source? SourceOf(QueuedPage page)
    {
        if (SourceRows.Find(database, page.SourceId) is not { } source)
            return null;
        var (sentences, _) = SourceRecall.Of(database, source.Id);
        source.Sentences = sentences is null ? null : new() { SourceId = source.Id, Bytes = sentences };
        return source;
    }
}
