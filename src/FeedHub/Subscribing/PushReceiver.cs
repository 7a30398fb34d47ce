using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Subscriptions;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.WebSub;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Subscribing;

/// <summary>A push as it came.</summary>
internal sealed record Push(
    ReadOnlyMemory<byte> Body, IReadOnlyList<string?> Signatures, IReadOnlyList<string> Codings, IReadOnlyList<string> Links,
    string? ContentType);

/// <summary>Takes pushes in the way that polls are: the same reading, the same identity, the same transaction.</summary>
public sealed partial class PushReceiver(
    IDbContextFactory<FeedHubDb> databases,
    DatabaseWriter writer,
    FeedReader reader,
    PushStore store,
    IOptions<FeedHubOptions> options,
    TimeProvider time,
    ILogger<PushReceiver> log)
{
    /// <summary>The subscription whose callback ends in this, with its source; or null.</summary>
    internal async Task<Subscription?> FindAsync(string token, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Subscriptions.AsNoTracking().Include(s => s.Source!.Sentences)
            .SingleOrDefaultAsync(s => s.Token == token, cancellation);
    }

    /// <summary>Stores what came, or counts it as refused.</summary>
    internal async Task ReceiveAsync(Subscription subscription, Push push, CancellationToken cancellation)
    {
        if (PushSignature.WhyRefused(push.Signatures, subscription.Secret, push.Body.Span) is { } unbelieved)
            await RefuseAsync(subscription, unbelieved);
        else if (IsOfAnotherTopic(subscription, push))
            await RefuseAsync(subscription, Reason.Of(ReasonCode.PushOfAnotherTopic));
        else
            await StoreBelievedAsync(subscription, push, cancellation);
    }

    /// <summary>Counts a push that changes nothing else.</summary>
    internal Task RefuseAsync(Subscription subscription, Reason why)
    {
        LogRefused(subscription.Source?.Slug ?? "a source that is gone", why);
        return writer.RunAsync(session => SubscribedSource.CountRefused(session, subscription.Id, why), CancellationToken.None);
    }

    private async Task StoreBelievedAsync(Subscription subscription, Push push, CancellationToken cancellation)
    {
        var (document, refusal) = await PushBody.DecodeAsync(push.Body, push.Codings, options.Value.Polling.MaxBytes, cancellation);
        var read = refusal is null
            ? reader.Read(subscription.Source!, AsFetched(subscription.Source!, document, push), KnownListing.Nothing, time.GetUtcNow())
            : new(refusal);
        if (read.Error is { } error)
            await RefuseAsync(subscription, PushBody.WithoutStatus(error));
        else
            await store.StoreAsync(subscription.Source!, read);
    }

    private static FetchResult AsFetched(Source source, ReadOnlyMemory<byte> document, Push push) =>
        new() { Outcome = FetchOutcome.Fetched, Status = 200, FinalUrl = source.Url, Body = document, ContentType = push.ContentType };

    private static bool IsOfAnotherTopic(Subscription subscription, Push push) =>
        WebLinks.Read(push.Links, new(subscription.Topic)).FirstOrDefault(l => l.Is("self")) is { } self
        && SourceUrl.TryParse(self.Target, out _) && SourceUrl.Key(self.Target) != SourceUrl.Key(subscription.Topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A push for {Source} was refused: {Why}")]
    private partial void LogRefused(string source, Reason why);
}
