using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Fetching;

/// <summary>What every fetch needs.</summary>
internal sealed record FetchTools(
    PollingOptions Options, string UserAgent, TimeProvider Clock, AddressGuard Guard, HostGate Gate, HostRests Rests,
    HttpMessageInvoker Publishers);

/// <summary>One fetch under way: its redirects, its deadline, and what has come so far.</summary>
internal sealed class FetchRun : IDisposable
{
    private readonly FetchRequest _request;
    private readonly FetchTools _tools;
    private readonly Deadline _deadline;
    private readonly RedirectTurns _turns;
    private readonly List<SourceRequest> _sent = [];
    private readonly CancellationToken _caller;
    private RedirectTrail? _trail;
    private AnswerReader? _reader;
    private int? _status;

    public FetchRun(FetchRequest request, FetchTools tools, CancellationToken caller)
    {
        (_request, _tools, _caller) = (request, tools, caller);
        _deadline = new(tools.Clock, tools.Options.Timeout, caller);
        _turns = new(tools.Gate, tools.Options.Timeout, caller);
    }

    /// <summary>Goes along the redirects to the answer.</summary>
    public async Task<FetchResult> RunAsync()
    {
        if (WireAddress.Of(_request.Url) is not { } start || HostName.Ascii(start) is null)
            throw new FetchException(Reason.Of(ReasonCode.NoWebAddress), FetchOutcome.Refused);

        _trail = new(start);
        while (true)
        {
            using var message = ComposeChecked(_trail);
            using var answer = await SendAsync(message);
            _status = (int)answer.StatusCode;
            if (!RedirectTrail.IsRedirect(_status.Value))
                return await ReadAsync(answer, RequestHeaders.IsConditional(message));
            await FollowAsync(_trail, answer);
        }
    }

    /// <summary>The result of an exception on the way.</summary>
    public FetchResult Failure(Exception error)
    {
        var known = FailureWords.Find<FetchException>(error);

        // Refused or never connected: the server has seen nothing of it.
        if (known is not null && _sent is [.., { Status: null }])
            _sent.RemoveAt(_sent.Count - 1);
        var reason = ShownAddress.InText(
            known?.Reason ?? (error is OperationCanceledException ? Timeout() : FailureWords.Sending(error)));
        return Basis() with
        {
            Outcome = known?.Outcome ?? FetchOutcome.Failed,
            IsUnreachable = known is { IsUnreachable: true } && _trail is not { Redirected: true },
            Error = _trail is { Redirected: true }
                ? Reason.Of(ReasonCode.AfterRedirects, reason, ShownAddress.Of(_trail.Current))
                : reason,
            RetryAfter = known?.Outcome == FetchOutcome.Throttled ? Rest()?.Until - _tools.Clock.GetUtcNow() : null,
            BytesReceived = _reader?.Received ?? 0,
            Duration = _deadline.Spent,
        };
    }

    public void Dispose()
    {
        _turns.Dispose();
        _deadline.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message)
    {
        _sent.Add(new(SourceUrl.ServerOf(message.RequestUri!), _tools.Clock.GetUtcNow(), null));
        var answer = await _tools.Publishers.SendAsync(message, _deadline.Token);
        _sent[^1] = _sent[^1] with { Status = (int)answer.StatusCode };
        return answer;
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage answer, bool conditional)
    {
        var limit = _request.MaxBytes ?? _tools.Options.MaxBytes;
        _reader = new(answer, conditional, limit, _tools.Clock.GetUtcNow()) { IsCut = _request.IsCut };
        var result = await _reader.ReadAsync(Basis(), _deadline.Token);
        return result with
        {
            MovedTo = result.Outcome == FetchOutcome.Fetched ? _trail!.MovedTo?.AbsoluteUri : null,
            BytesReceived = _reader.Received,
            Duration = _deadline.Spent,
        };
    }

    // Each hop's address is checked here, before a pooled connection could be taken, and again when it is connected to.
    private HttpRequestMessage ComposeChecked(RedirectTrail trail)
    {
        ThrowIfRefused(trail.Current);
        return RequestHeaders.Compose(_request, trail, _tools.UserAgent, _tools.Options.AcceptLanguage);
    }

    private async Task FollowAsync(RedirectTrail trail, HttpResponseMessage answer)
    {
        var before = trail.Current;
        if (trail.Follow((int)answer.StatusCode, AnswerHeaders.First(answer, "Location")) is { } reason)
            throw new FetchException(reason);

        // From here on it is the next address that fails or answers; one that is refused waits for no turn.
        _status = null;
        ThrowIfRefused(trail.Current);
        if (Rest() is { } rest)
            throw new FetchException(
                Reason.Of(ReasonCode.HostRests, trail.Current.IdnHost, $"{rest.Until.UtcDateTime:u}", rest.Reason),
                FetchOutcome.Throttled);
        if (!await _deadline.PauseAsync(() => _turns.NextAsync(trail.Start.IdnHost, before.IdnHost, trail.Current.IdnHost)))
            throw new FetchException(Reason.Of(ReasonCode.TurnDidNotCome, trail.Current.IdnHost));
        if (_request.RefusalOfRedirect is { } ask
            && await _deadline.PauseAsync(() => ask(trail.Current, _caller)) is { Error: { } why, Outcome: var outcome })
            throw new FetchException(why, outcome);
    }

    private HostRest? Rest() => _tools.Rests.Of(SourceUrl.ServerOf(_trail!.Current));

    private void ThrowIfRefused(Uri url)
    {
        if (_tools.Guard.Refusal(url) is { } reason)
            throw new FetchException(reason, FetchOutcome.Refused);
    }

    private Reason Timeout() => _status is { } status
        ? Reason.Of(
            ReasonCode.HttpBut,
            status,
            Reason.Of(ReasonCode.BodyDidNotEnd, FailureWords.Seconds(_deadline.Limit), _reader?.Received ?? 0))
        : Reason.Of(ReasonCode.NoAnswerInTime, FailureWords.Seconds(_deadline.Limit));

    private FetchResult Basis() => new()
    {
        Outcome = FetchOutcome.Failed,
        Status = _status,
        Sent = _sent,
        FinalUrl = _trail is { Redirected: true } ? _trail.Current.AbsoluteUri : _request.Url,
    };
}
