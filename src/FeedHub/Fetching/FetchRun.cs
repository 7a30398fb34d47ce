using System.Net;

namespace FeedHub.Fetching;

/// <summary>What every fetch needs.</summary>
internal sealed record FetchTools(
    FeedHubOptions Options, TimeProvider Clock, AddressGuard Guard, HostGate Gate, HttpMessageInvoker Publishers);

/// <summary>One fetch under way: its redirects, its deadline, and what has come so far.</summary>
internal sealed class FetchRun : IDisposable
{
    private readonly FetchRequest request;
    private readonly FetchTools tools;
    private readonly Deadline deadline;
    private readonly RedirectTurns turns;
    private RedirectTrail? trail;
    private WireStream? wire;
    private int? status;

    public FetchRun(FetchRequest request, FetchTools tools, CancellationToken caller)
    {
        (this.request, this.tools) = (request, tools);
        deadline = new(tools.Clock, tools.Options.Polling.Timeout, caller);
        turns = new(tools.Gate, tools.Options.Polling.Timeout, caller);
    }

    /// <summary>Goes along the redirects to the answer.</summary>
    public async Task<FetchResult> RunAsync()
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var start))
            throw new FetchException("refused: the address is no absolute http or https address", FetchOutcome.Refused);

        trail = new(start);
        while (true)
        {
            using var message = ComposeChecked(trail);
            using var answer = await tools.Publishers.SendAsync(message, deadline.Token);
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
        var words = known?.Message ?? (error is OperationCanceledException ? TimeoutWords() : FailureWords.Sending(error));
        return Result(known?.Outcome ?? FetchOutcome.Failed, trail is { Redirected: true } ? $"{words} (after redirects to {trail.Current})" : words);
    }

    public void Dispose()
    {
        turns.Dispose();
        deadline.Dispose();
    }

    // Each hop's address is checked here, before a pooled connection could be taken, and again when it is connected to.
    private HttpRequestMessage ComposeChecked(RedirectTrail trail)
    {
        if (tools.Guard.Refusal(trail.Current) is { } words)
            throw new FetchException(words, FetchOutcome.Refused);
        return RequestHeaders.Compose(request, trail, UserAgent.For(tools.Options.PublicUrl));
    }

    private async Task FollowAsync(RedirectTrail trail, HttpResponseMessage answer)
    {
        var before = trail.Current;
        if (trail.Follow((int)answer.StatusCode, AnswerHeaders.First(answer, "Location")) is { } words)
            throw new FetchException(words);

        // From here on it is the next address that fails or answers.
        status = null;
        if (tools.Guard.Refusal(trail.Current) is { } refusal)
            throw new FetchException(refusal, FetchOutcome.Refused);
        if (!await deadline.PauseAsync(() => turns.NextAsync(trail.Start.IdnHost, before.IdnHost, trail.Current.IdnHost)))
            throw new FetchException($"the turn of {trail.Current.IdnHost} among FeedHub's own requests did not come in time");
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage answer, bool conditional)
    {
        var retryAfter = RetryAfter.Of(answer, tools.Clock.GetUtcNow());
        var result = answer.StatusCode switch
        {
            HttpStatusCode.OK => await ReadBodyAsync(answer),
            HttpStatusCode.NotModified when conditional => Result(FetchOutcome.NotModified, null),
            HttpStatusCode.NotModified => Result(FetchOutcome.Failed, "HTTP 304 Not Modified, though nothing was asked conditionally"),
            HttpStatusCode.Gone => Result(FetchOutcome.Gone, AnswerWords.Of(answer)),
            HttpStatusCode.TooManyRequests => Result(FetchOutcome.Throttled, AnswerWords.Of(answer)),
            HttpStatusCode.ServiceUnavailable when retryAfter is not null => Result(FetchOutcome.Throttled, AnswerWords.Of(answer)),
            _ => Result(FetchOutcome.Failed, AnswerWords.Of(answer)),
        };
        return result with
        {
            ContentType = AnswerHeaders.First(answer, "Content-Type"),
            ETag = AnswerHeaders.First(answer, "ETag"),
            LastModified = AnswerHeaders.First(answer, "Last-Modified"),
            FreshFor = Freshness.Of(answer, tools.Clock.GetUtcNow()),
            RetryAfter = retryAfter,
        };
    }

    private async Task<FetchResult> ReadBodyAsync(HttpResponseMessage answer)
    {
        var limit = tools.Options.Polling.MaxBytes;
        if (answer.Content.Headers.ContentLength > limit)
            throw TooLarge();

        wire = new(await answer.Content.ReadAsStreamAsync(deadline.Token), limit);
        try
        {
            return Fetched(answer, await new BodyReader(wire, ContentCoding.Of(answer), limit).ReadAsync(deadline.Token));
        }
        catch (BodyTooLargeException)
        {
            throw TooLarge();
        }
    }

    private FetchResult Fetched(HttpResponseMessage answer, BodyRead body)
    {
        if (body is { BrokeOff: not null, Bytes.IsEmpty: true })
            return Result(FetchOutcome.Failed, $"HTTP 200, but the connection broke off before the body came: {body.BrokeOff}");

        var words = body.BrokeOff is null ? null : $"HTTP 200, but the body broke off after {wire!.Received} bytes: {body.BrokeOff}";
        return Result(FetchOutcome.Fetched, words) with
        {
            Body = body.Bytes,
            Truncated = body.BrokeOff is not null,
            MovedTo = trail!.MovedTo?.AbsoluteUri,
        };
    }

    private FetchException TooLarge() =>
        new($"HTTP 200, but the document is larger than {FailureWords.Size(tools.Options.Polling.MaxBytes)} (FeedHub:Polling:MaxBytes)");

    private string TimeoutWords() => status is null
        ? $"no answer within {FailureWords.Seconds(deadline.Limit)} (FeedHub:Polling:Timeout)"
        : $"HTTP {status}, but the body did not end within {FailureWords.Seconds(deadline.Limit)} (FeedHub:Polling:Timeout); " +
          $"{wire?.Received ?? 0} bytes came";

    private FetchResult Result(FetchOutcome outcome, string? error) => new()
    {
        Outcome = outcome,
        Status = status,
        Error = error,
        FinalUrl = trail is { Redirected: true } ? trail.Current.AbsoluteUri : request.Url,
        BytesReceived = wire?.Received ?? 0,
        Duration = deadline.Spent,
    };
}
