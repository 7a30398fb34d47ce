using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;

namespace FeedHub.Subscribing;

/// <summary>Where hubs verify and push.</summary>
internal static class CallbackEndpoints
{
    /// <summary>Callbacks are below this.</summary>
    public const string Path = "/websub/callbacks";

    // Each may hold MaxBytes: as many at a time as polls would.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Maps them. A callback that FeedHub never gave to a hub is a 404.</summary>
    public static void MapCallbacks(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path + "/{token}", VerifyAsync);
        app.MapPost(Path + "/{token}", ReceiveAsync);
    }

    private static async Task<IResult> VerifyAsync(
        string token,
        HttpRequest request,
        DatabaseWriter writer,
        Random random,
        TimeProvider time,
        CancellationToken cancellation)
    {
        string? Word(string name) => request.Query["hub." + name] is [{ Length: > 0 } value, ..] ? value : null;
        var word = new HubWord(Word("mode"), Word("topic"), Word("lease_seconds"), Word("reason"));
        var challenge = Word("challenge");
        if (challenge is null && word.Mode != "denied")
            return TypedResults.NotFound();

        // Not cancelled with the request: a confirmation that the hub may have read must be stored.
        var confirmed = await writer.RunAsync(
            session => new Verification(session, token, random.NextDouble(), time.GetUtcNow()).Confirm(word),
            CancellationToken.None);
        return confirmed ? TypedResults.Text(word.Mode == "denied" ? "" : challenge!, "text/plain") : TypedResults.NotFound();
    }

    private static async Task<IResult> ReceiveAsync(
        string token, HttpRequest request, PushReceiver receiver, PushTurns turns, IOptions<FeedHubOptions> options, TimeProvider time,
        CancellationToken cancellation)
    {
        if (await receiver.FindAsync(token, cancellation) is not { } subscription)
            return TypedResults.NotFound();

        // Subscriptions that have ended: the hub may forget this callback (WebSub 6).
        if (subscription is { Source: null } or { State: SubscriptionState.Idle or SubscriptionState.Leaving })
            return TypedResults.StatusCode(StatusCodes.Status410Gone);
        if (!await turns.EnterAsync(Patience, cancellation))
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            using var timer = new CancellationTokenSource(options.Value.Polling.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
            return await ReadAsync(subscription, request, receiver, options.Value.Polling.MaxBytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return TypedResults.StatusCode(StatusCodes.Status408RequestTimeout);
        }
        finally
        {
            turns.Leave();
        }
    }

    private static async Task<IResult> ReadAsync(
        Subscription subscription,
        HttpRequest request,
        PushReceiver receiver,
        int limit,
        CancellationToken cancellation)
    {
        if (await PushBody.ReadAsync(request, limit, cancellation) is not { } body)
        {
            await receiver.RefuseAsync(subscription, Reason.Of(ReasonCode.PushTooLarge, Fetching.FailureWords.Size(limit)));
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var headers = request.Headers;
        await receiver.ReceiveAsync(
            subscription, new(
                body,
                [.. headers["X-Hub-Signature"]],
                [.. headers.ContentEncoding.OfType<string>()],
                [.. headers.Link.OfType<string>()],
                request.ContentType), cancellation);

        // Also where it was not believed (WebSub 8): who forges learns nothing.
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }
}

/// <summary>Pushes that are held in memory at a time.</summary>
public sealed class PushTurns : IDisposable
{
    private readonly SemaphoreSlim _free = new(8);

    /// <summary>False if none is free in time.</summary>
    public Task<bool> EnterAsync(TimeSpan patience, CancellationToken cancellation) => _free.WaitAsync(patience, cancellation);

    /// <summary>Gives the turn back.</summary>
    public void Leave() => _free.Release();

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}
