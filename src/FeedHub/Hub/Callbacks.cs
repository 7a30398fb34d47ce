using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Fetching;
using FeedHub.Model.Hub;
using FeedHub.Model.Settings;
using FeedHub.Publishing;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;

namespace FeedHub.Hub;

/// <summary>What a callback answered.</summary>
/// <param name="Status">HTTP status, or null if nothing answered.</param>
/// <param name="Body">The beginning of its body, if it was asked for.</param>
/// <param name="Error">What went wrong, or null for a 2xx.</param>
/// <param name="IsSlow">Whether it took longer than <see cref="Callbacks.FastLimit"/>.</param>
internal sealed record CallbackAnswer(int? Status, string Body, Reason? Error, bool IsSlow = false);

/// <summary>Speaks to subscribers, behind the <see cref="AddressGuard"/>. Redirects are not followed.</summary>
internal sealed class Callbacks : IDisposable
{
    private const int MaxBody = 1024;

    private readonly HttpMessageInvoker _subscribers;
    private readonly AddressGuard _guard;
    private readonly TimeProvider _time;
    private readonly string _userAgent;

    public Callbacks(AddressGuard guard, TimeProvider time, IOptions<FeedHubOptions> options)
    {
        (_guard, _time, _userAgent) = (guard, time, UserAgent.For(options.Value));
        _subscribers = new(GuardedHandler.Create(guard, time, Limit));
    }

    /// <summary>The most time that one call takes.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>The most time that a call takes which others wait for.</summary>
    public static TimeSpan FastLimit { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Asks whether the subscriber meant it (WebSub 5.3).</summary>
    public Task<CallbackAnswer> AskAsync(HubRequest request, string challenge, TimeSpan limit, CancellationToken cancellation)
    {
        var query = new StringBuilder(request.Callback).Append(request.Callback.Contains('?', StringComparison.Ordinal) ? '&' : '?')
            .Append("hub.mode=").Append(request.Mode == HubMode.Subscribe ? "subscribe" : "unsubscribe")
            .Append("&hub.topic=").Append(Uri.EscapeDataString(request.TopicUrl))
            .Append("&hub.challenge=").Append(challenge);
        if (request.Mode == HubMode.Subscribe)
            query.Append("&hub.lease_seconds=").Append((long)request.Lease.TotalSeconds);
        return SendAsync(new(HttpMethod.Get, query.ToString()), limit, cancellation);
    }

    /// <summary>Pushes the topic's document, signed if there is a secret (WebSub 7).</summary>
    public Task<CallbackAnswer> PushAsync(HubSubscriber subscriber, RenderedFeed document, TimeSpan limit, CancellationToken cancellation)
    {
        var content = new ByteArrayContent(document.Identity)
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse(document.MediaType) }
        };
        var message = new HttpRequestMessage(HttpMethod.Post, subscriber.Callback) { Content = content };
        message.Headers.TryAddWithoutValidation("Link", LinkHeader.Of(subscriber.BaseUrl, subscriber.Topic));
        if (subscriber.Secret is { } secret)
            message.Headers.Add(
                "X-Hub-Signature",
                $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), document.Identity))}");
        return SendAsync(message, limit, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _subscribers.Dispose();

    private async Task<CallbackAnswer> SendAsync(HttpRequestMessage message, TimeSpan limit, CancellationToken cancellation)
    {
        using var sent = message;
        using var deadline = new Deadline(_time, limit, cancellation);
        (message.Version, message.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (_guard.Refusal(message.RequestUri!) is { } refusal)
            return new(null, "", refusal);
        try
        {
            using var answer = await _subscribers.SendAsync(message, deadline.Token);
            var status = (int)answer.StatusCode;
            var body = answer.IsSuccessStatusCode && message.Method == HttpMethod.Get ? await BodyAsync(answer, deadline.Token) : "";
            var problem = answer.IsSuccessStatusCode ? null : Reason.Of(ReasonCode.HttpStatus, status);
            return new(status, body, problem, deadline.Spent >= FastLimit);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var reason = FailureWords.Find<FetchException>(error)?.Reason;
            var isLate = error is OperationCanceledException;
            return new(
                null,
                "",
                reason ?? (isLate ? Reason.Of(ReasonCode.NoAnswerWithin, FailureWords.Seconds(limit)) : FailureWords.Sending(error)),
                isLate || deadline.Spent >= FastLimit);
        }
    }

    private static async Task<string> BodyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var buffer = new byte[MaxBody];
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
