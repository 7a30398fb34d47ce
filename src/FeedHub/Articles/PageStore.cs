using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Articles;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Articles;

/// <summary>Stores items whose pages were read, or that have waited long enough, each in one transaction with what it means for its
/// source and its host.</summary>
public sealed class PageStore(
    DatabaseWriter writer, FeedReader reader, Ingesters ingesters, HostRests rests, StoryChanges changes, IOptions<FeedHubOptions> options,
    TimeProvider time, Random random)
{
    /// <summary>Stores what came of a page.</summary>
    public async Task StoreAsync(QueuedPage page, Source source, PageAnswer answer)
    {
        var now = time.GetUtcNow();
        var held = StoredJson.Read<HeldItem>(page.Item);
        var ready = answer.Outcome == PageOutcome.Later ? null : Ready(page, held, source, answer, now);
        Tell(source, await writer.RunAsync(
            session => Store(session, page, held, source, answer, ready, now), CancellationToken.None));
    }

    /// <summary>Lets an item go out as its feed gave it; its page may still come.</summary>
    public async Task ReleaseAsync(QueuedPage page, Source source)
    {
        var (now, held) = (time.GetUtcNow(), StoredJson.Read<HeldItem>(page.Item));
        var ready = reader.Prepare(held.Identified(), page.ContentHash, source, now);
        Tell(source, await writer.RunAsync(session => Release(session, page, held, source, ready, now), CancellationToken.None));
    }

    /// <summary>Takes a page out of the queue whose source wants none any more.</summary>
    public Task DropAsync(QueuedPage page) =>
        writer.RunAsync(session => new PageQueue(session).Remove(page.Id), CancellationToken.None);

    private void Tell(Source source, bool isStored)
    {
        if (!isStored)
            return;
        reader.Learnt(source.Id);
        changes.Raise();
    }

    // Without an article only an item that still waits has anything to be stored.
    private ReadyItem? Ready(QueuedPage page, HeldItem held, Source source, PageAnswer answer, DateTimeOffset now) =>
        answer.Article is { } article
            ? reader.Prepare(
                ArticleText.With(held.Identified(), article, answer.Address!, FeedReader.ZoneOf(source)), page.ContentHash, source, now)
            : page.WaitsUntil is null ? null : reader.Prepare(held.Identified(), page.ContentHash, source, now);

    // What its feed said of it meanwhile comes with the next look.
    private bool Release(
        WriteSession session, QueuedPage page, HeldItem held, Source source, ReadyItem ready, DateTimeOffset now)
    {
        var queue = new PageQueue(session);
        if (queue.Find(page.Id) is not { WaitsUntil: not null } present || present.ContentHash != page.ContentHash)
            return false;
        if (Complete(session, page, held, source, ready, now) > 0)
            queue.Release(page.Id);
        else
            queue.Remove(page.Id);
        return true;
    }

    private bool Store(
        WriteSession session, QueuedPage page, HeldItem held, Source source, PageAnswer answer, ReadyItem? ready, DateTimeOffset now)
    {
        var queue = new PageQueue(session);
        foreach (var fetched in answer.Fetched)
            new AskedHosts(session).Count(fetched, 0);
        if (answer.Throttled is { } throttled)
            Rest(session, throttled, now);
        if (queue.Find(page.Id) is not { } present)
            return false;

        // Its feed said something else meanwhile: that is what the next try is for.
        if (present.ContentHash != page.ContentHash)
        {
            queue.Leave(page.Id, now, null);
            return false;
        }

        // It may have gone out meanwhile: without an article there is nothing to add then.
        if (answer.Article is null && present.WaitsUntil is null)
            ready = null;
        var id = ready is null ? (long?)null : Complete(session, page, held, source, ready, now);
        if (id > 0)
            new ItemArticles(session).Set(source.Id, id.Value, page.ContentHash, NoteOf(held, answer, now));
        new PageSequel(session, source.Id, now).Follow(page, answer);

        // Nothing of an erased item is kept, nor is its page asked for again.
        if (id == 0)
            queue.Remove(page.Id);
        return ready is not null;
    }

    private long Complete(
        WriteSession session, QueuedPage page, HeldItem held, Source source, ReadyItem ready, DateTimeOffset now)
    {
        var id = ingesters.Completing(session, source.Id, now, held.IsFirst).Complete(ready, source.Feed.Identity);
        new ItemArticles(session).List(source.Id, id, page.ContentHash);
        return id;
    }

    private static ItemArticle NoteOf(HeldItem held, PageAnswer answer, DateTimeOffset now) => new(
        now, answer.Article is { } article && ArticleText.IsMore(article, held.Item), held.FeedHash)
    {
        Editors = answer.Article?.Editors ?? [],
        Section = answer.Article?.Section,
    };

    private void Rest(WriteSession session, FetchResult fetched, DateTimeOffset now)
    {
        var schedule = new PollSchedule(options.Value.Polling, random);
        var rest = new AskedHosts(session).Rest(
            fetched, strikes => schedule.HostRest(fetched.RetryAfter, strikes), FailureWords.Status(fetched.Status!.Value),
            (all, place) => schedule.AfterRest(all, place, now), now);
        rests.Set(fetched.Sent[^1].Server, rest);
    }
}
