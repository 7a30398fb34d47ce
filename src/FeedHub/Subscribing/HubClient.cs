using System.Net;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;

namespace FeedHub.Subscribing;

/// <summary>Asks hubs: one POST, behind the same wall, turns and limits as polls.</summary>
public sealed class HubClient : IDisposable
{
    private const int MaxRedirects = 3;

    private readonly AddressGuard _guard;
    private readonly HostGate _gate;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly string _userAgent;
    private readonly HttpMessageInvoker _hubs;

    public HubClient(IOptions<FeedHubOptions> options, AddressGuard guard, HostGate gate, TimeProvider clock)
    {
        (_guard, _gate, _clock, _timeout) = (guard, gate, clock, options.Value.Polling.Timeout);
        _userAgent = UserAgent.For(options.Value);
        _hubs = new(GuardedHandler.Create(guard, clock, _timeout));
    }

    /// <summary>Sends a request; null if the hub accepts it, else what went wrong.</summary>
    /// <param name="hub">Address of the hub.</param>
    /// <param name="fields">The form's fields.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<Reason?> AskAsync(string hub, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            return await SendAsync(new(hub), fields, either.Token);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or FetchException or OperationCanceledException or UriFormatException)
        {
            cancellation.ThrowIfCancellationRequested();
            return e is OperationCanceledException
                ? Reason.Of(ReasonCode.NoAnswerWithin, FailureWords.Seconds(_timeout))
                : FailureWords.Find<FetchException>(e)?.Reason ?? FailureWords.Sending(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hubs.Dispose();

    private async Task<Reason?> SendAsync(Uri hub, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (_guard.Refusal(hub) is { } refusal)
                return refusal;
            using var turn = await _gate.EnterAsync(SourceUrl.HostOf(hub.AbsoluteUri), _timeout, cancellation);
            if (turn is null)
                return Reason.Of(ReasonCode.TurnDidNotCome, SourceUrl.HostOf(hub.AbsoluteUri));
            using var message = Compose(hub, fields);
            using var answer = await _hubs.SendAsync(message, cancellation);

            // Only these two repeat a POST as it is (RFC 9110 15.4.8, 15.4.9).
            if (answer.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return answer.IsSuccessStatusCode ? null : FailureWords.Status((int)answer.StatusCode);
            if (redirects == MaxRedirects || !Uri.TryCreate(hub, AnswerHeaders.First(answer, "Location"), out var next))
                return Reason.Of(ReasonCode.LeadsNowhere, FailureWords.Status((int)answer.StatusCode));
            hub = next;
        }
    }

    private HttpRequestMessage Compose(Uri hub, IReadOnlyDictionary<string, string> fields)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, hub)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = new FormUrlEncodedContent(fields),
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        return message;
    }
}
