using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Writing;

namespace FeedHub.Fetching;

/// <summary>What every fetch needs.</summary>
internal sealed record FetchTools(
    PollingOptions Options, string UserAgent, TimeProvider Clock, AddressGuard Guard, HostGate Gate, HostRests Rests, HttpMessageInvoker Publishers);

/// <summary>One fetch under way: its redirects, its deadline, and what has come so far.</summary>
internal sealed class FetchRun : IDisposable
{
    private readonly FetchRequest request;
    private readonly FetchTools tools;
    private readonly Deadline deadline;
    private readonly RedirectTurns turns;
    private readonly List<SentRequest> sent = [];
    private RedirectTrail? trail;
    private AnswerReader? reader;
    private int? status;

    public FetchRun(FetchRequest request, FetchTools tools, CancellationToken caller)
    {
        (this.request, this.tools) = (request, tools);
        deadline = new(tools.Clock, tools.Options.Timeout, caller);
        turns = new(tools.Gate, tools.Options.Timeout, caller);
    }

    /// <summary>Goes along the redirects to the answer.</summary>
    public async Task<FetchResult> RunAsync()
    {
        if (WireAddress.Of(request.Url) is not { } start || HostName.Ascii(start) is null)
            throw new FetchException("refused: the address is no absolute http or https address", FetchOutcome.Refused);

        trail = new(start);
        while (true)
        {
            using var message = ComposeChecked(trail);
            using var answer = await SendAsync(message);
            status = (int)answer.StatusCode;
            if (!RedirectTrail.IsRedirect(status.Value))
                return await ReadAsync(answer, RequestHeaders.IsConditional(message));
            await FollowAsync(trail, answer);
        }
    }

    /// <summary>The result of an exception on the way.</summary>
    public FetchResult Failure(Exception error)
    {
        var known = FailureWords.Find<FetchException>(error);

        // Refused or never connected: the server has seen nothing of it.
        if (known is not null && sent is [.., { Status: null }])
            sent.RemoveAt(sent.Count - 1);
        var words = ShownAddress.InText(known?.Message ?? (error is OperationCanceledException ? TimeoutWords() : FailureWords.Sending(error)));
        return Basis() with
        {
            Outcome = known?.Outcome ?? FetchOutcome.Failed,
            Error = trail is { Redirected: true } ? $"{words} (after redirects to {ShownAddress.Of(trail.Current)})" : words,
            RetryAfter = known?.Outcome == FetchOutcome.Throttled ? Rest()?.Until - tools.Clock.GetUtcNow() : null,
            BytesReceived = reader?.Received ?? 0,
            Duration = deadline.Spent,
        };
    }

    public void Dispose()
    {
        turns.Dispose();
        deadline.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message)
    {
        sent.Add(new(SourceUrl.ServerOf(message.RequestUri!), tools.Clock.GetUtcNow(), null));
        var answer = await tools.Publishers.SendAsync(message, deadline.Token);
        sent[^1] = sent[^1] with { Status = (int)answer.StatusCode };
        return answer;
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage answer, bool conditional)
    {
        reader = new(answer, conditional, tools.Options.MaxBytes, tools.Clock.GetUtcNow());
        var result = await reader.ReadAsync(Basis(), deadline.Token);
        return result with
        {
            MovedTo = result.Outcome == FetchOutcome.Fetched ? trail!.MovedTo?.AbsoluteUri : null,
            BytesReceived = reader.Received,
            Duration = deadline.Spent,
        };
    }

    // Each hop's address is checked here, before a pooled connection could be taken, and again when it is connected to.
    private HttpRequestMessage ComposeChecked(RedirectTrail trail)
    {
        ThrowIfRefused(trail.Current);
        return RequestHeaders.Compose(request, trail, tools.UserAgent);
    }

    private async Task FollowAsync(RedirectTrail trail, HttpResponseMessage answer)
    {
        var before = trail.Current;
        if (trail.Follow((int)answer.StatusCode, AnswerHeaders.First(answer, "Location")) is { } words)
            throw new FetchException(words);

        // From here on it is the next address that fails or answers; one that is refused waits for no turn.
        status = null;
        ThrowIfRefused(trail.Current);
        if (Rest() is { } rest)
            throw new FetchException($"not asked: {trail.Current.IdnHost} wants to be left alone until {rest.Until.UtcDateTime:u}, since {rest.Reason}", FetchOutcome.Throttled);
        if (!await deadline.PauseAsync(() => turns.NextAsync(trail.Start.IdnHost, before.IdnHost, trail.Current.IdnHost)))
            throw new FetchException($"the turn of {trail.Current.IdnHost} among FeedHub's own requests did not come in time");
    }

    private HostRest? Rest() => tools.Rests.Of(SourceUrl.ServerOf(trail!.Current));

    private void ThrowIfRefused(Uri url)
    {
        if (tools.Guard.Refusal(url) is { } words)
            throw new FetchException(words, FetchOutcome.Refused);
    }

    private string TimeoutWords() => status is null
        ? $"no answer within {FailureWords.Seconds(deadline.Limit)} (FeedHub:Polling:Timeout)"
        : $"HTTP {status}, but the body did not end within {FailureWords.Seconds(deadline.Limit)} (FeedHub:Polling:Timeout); " +
          $"{reader?.Received ?? 0} bytes came";

    private FetchResult Basis() => new()
    {
        Outcome = FetchOutcome.Failed,
        Status = status,
        Sent = sent,
        FinalUrl = trail is { Redirected: true } ? trail.Current.AbsoluteUri : request.Url,
    };
}
