using FeedHub.Discovering;
using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources.Adding;

/// <summary>An item as FeedHub would publish it.</summary>
/// <param name="Title">Plain text, or null.</param>
/// <param name="Url">Its page, or null.</param>
/// <param name="Published">As published or as its text says; null: the day on which it is stored.</param>
/// <param name="DateGuessed">True where the feed gives no date of publication.</param>
/// <param name="Language">BCP 47, or null.</param>
/// <param name="Tags">The categories that it would have.</param>
/// <param name="Merge">The story that it would join, or null.</param>
public sealed record PreviewedItem(
    string? Title, string? Url, DateTimeOffset? Published, bool DateGuessed, string? Language, IReadOnlyList<Tag> Tags,
    PreviewedMerge? Merge);

/// <summary>A story that an item would join.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Title">The headline that leads it, or null.</param>
/// <param name="Why">Why.</param>
public sealed record PreviewedMerge(long StoryId, string? Title, Reason Why);

/// <summary>What adding a feed would bring.</summary>
/// <param name="Items">The newest items.</param>
/// <param name="Notes">What was repaired and what to know.</param>
/// <param name="Alike">A source that seems to be the same feed, or null.</param>
/// <param name="AlikeWhy">Why it seems so.</param>
public sealed record PreviewedFeed(IReadOnlyList<PreviewedItem> Items, IReadOnlyList<Reason> Notes, Source? Alike, string? AlikeWhy);

/// <summary>
/// Shows a downloaded feed as it would be stored, through the same reading, tagging and matching, and stores nothing.
/// </summary>
public sealed class FeedPreview(
    IDbContextFactory<FeedHubDb> databases,
    Downloads downloads,
    FeedReader reader,
    DatabaseWriter writer,
    LiveStories stories,
    TimeProvider time)
{
    private const int Shown = 8;

    /// <summary>The preview of an address that was downloaded a short time ago; null if it was not, or is not a feed.</summary>
    public async Task<PreviewedFeed?> OfAsync(string url, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (downloads.Peek(url) is not { Fetched: { Outcome: FetchOutcome.Fetched } fetched })
            return null;
        var read = reader.Read(SourceFactory.New(url, "preview", now), fetched, KnownListing.Nothing, now);
        if (read is not { Document: { } document, Feed: { } feed })
            return null;
        var newest = document.Items.OrderByDescending(item => item.Reading.Published ?? now).Take(Shown).ToList();

        // The stories in memory are the writer's: asked in its turn, and nothing is written.
        var merges = await writer.RunAsync(session => newest.Select(item => MergeOf(session, item, now)).ToList(), cancellation);
        var (alike, why) = await AlikeAsync(url, fetched, feed.Self, cancellation);
        return new(
            [.. newest.Zip(merges, Of)],
            [.. feed.Repairs, .. feed.Problems, .. document.IdentityNote is { } note ? [note] : (Reason[])[]],
            alike,
            why);
    }

    private static PreviewedItem Of(ReadyItem item, PreviewedMerge? merge)
    {
        var (parsed, reading) = (item.Identified.Item, item.Reading);
        return new(parsed.Title, parsed.Page, reading.Published, parsed.Published is null, reading.Language, reading.Tags, merge);
    }

    private PreviewedMerge? MergeOf(WriteSession session, ReadyItem item, DateTimeOffset now)
    {
        var place = OfAddress(session, item) is { } same ? (same, Reason.Of(ReasonCode.SameAddress)) : OfText(item, now);
        return place is not var (story, why) ? null : new(story, KnownStories.TitleOf(session, story), why);
    }

    private static long? OfAddress(WriteSession session, ReadyItem item) =>
        item.Identified.CanonicalUrl is { } address ? KnownStories.OfAddress(session, ItemIdentity.Hash(address)) : null;

    private (long Story, Reason Why)? OfText(ReadyItem item, DateTimeOffset now)
    {
        var at = item.Reading.Published is { } published && published < now ? published : now;
        return item.Reading.Fingerprint is { } print && stories.Find(print, sourceId: 0, at) is { IsSame: true, StoryId: { } story } verdict
            ? (story, verdict.Why)
            : null;
    }

    private async Task<(Source? Source, string? Why)> AlikeAsync(
        string url,
        FetchResult fetched,
        string? self,
        CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = new KnownSources(await db.Sources.AsNoTracking().ToListAsync(cancellation));
        (Source?, string) At(string? address, string why) =>
            SourceUrl.TryParse(address, out _) ? (known.ByKey(SourceUrl.Key(address!)) ?? known.Alike(address!), why) : (null, why);
        return new[]
        {
            At(fetched.FinalUrl, $"its server leads to {ShownAddress.Of(fetched.FinalUrl)}"),
            At(url, "its address differs only in spelling"),
            At(self, $"the feed itself says that its address is {ShownAddress.Of(self ?? "")}"),
        }.FirstOrDefault(found => found.Item1 is not null);
    }
}
