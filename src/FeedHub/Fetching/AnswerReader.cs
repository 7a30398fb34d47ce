using System.Net;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>Reads one answer that is not a redirect: what its status means, its headers, and its body where it has one for us.</summary>
/// <param name="answer">The answer; its body is not read yet.</param>
/// <param name="conditional">True if a 304 was asked for.</param>
/// <param name="limit">Most bytes of the body.</param>
/// <param name="now">When the answer came.</param>
internal sealed class AnswerReader(HttpResponseMessage answer, bool conditional, int limit, DateTimeOffset now)
{
    private WireStream? _wire;

    /// <summary>True if the beginning of a longer body is enough.</summary>
    public bool IsCut { get; init; }

    /// <summary>Bytes of the body received so far.</summary>
    public long Received => _wire?.Received ?? 0;

    /// <summary>Reads to the end.</summary>
    /// <param name="basis">What is known of the fetch already.</param>
    /// <param name="cancellation">The deadline.</param>
    /// <exception cref="FetchException">The body cannot be used.</exception>
    public async Task<FetchResult> ReadAsync(FetchResult basis, CancellationToken cancellation)
    {
        var result = basis with
        {
            ContentType = AnswerHeaders.First(answer, "Content-Type"),
            ETag = AnswerHeaders.First(answer, "ETag"),
            LastModified = AnswerHeaders.First(answer, "Last-Modified"),
            FreshFor = Freshness.Of(answer, now),
            RetryAfter = RetryAfter.Of(answer, now),
            Links = WebLinks.Read(AnswerHeaders.All(answer, "Link"), new(basis.FinalUrl)),
        };
        return answer.StatusCode == HttpStatusCode.OK ? await ReadBodyAsync(result, cancellation) : Judge(result);
    }

    private FetchResult Judge(FetchResult result) => answer.StatusCode switch
    {
        HttpStatusCode.NotModified when conditional => result with { Outcome = FetchOutcome.NotModified },
        HttpStatusCode.NotModified => result with { Error = Reason.Of(ReasonCode.UnaskedNotModified) },
        HttpStatusCode.Gone => result with { Outcome = FetchOutcome.Gone, Error = AnswerWords.Of(answer) },
        HttpStatusCode.TooManyRequests => result with { Outcome = FetchOutcome.Throttled, Error = AnswerWords.Of(answer) },
        HttpStatusCode.ServiceUnavailable when result.RetryAfter is not null =>
            result with { Outcome = FetchOutcome.Throttled, Error = AnswerWords.Of(answer) },
        _ => result with { Error = AnswerWords.Of(answer) },
    };

    private async Task<FetchResult> ReadBodyAsync(FetchResult result, CancellationToken cancellation)
    {
        if (answer.Content.Headers.ContentLength > limit && !IsCut)
            throw TooLarge();

        _wire = new(await answer.Content.ReadAsStreamAsync(cancellation), IsCut ? 2 * limit : limit);
        try
        {
            return Fetched(
                result,
                await new BodyReader(
                    _wire, ContentCoding.Of(AnswerHeaders.All(answer, "Content-Encoding")), limit,
                    answer.Content.Headers.ContentLength, IsCut)
                    .ReadAsync(cancellation));
        }
        catch (BodyTooLargeException)
        {
            throw TooLarge();
        }
    }

    private FetchResult Fetched(FetchResult result, BodyRead body) => body switch
    {
        { BrokeOff: null } => result with { Outcome = FetchOutcome.Fetched, Body = body.Bytes, BodyMemory = body.Memory },
        { Bytes.IsEmpty: true } => result with { Error = FailureWords.ButOf200(ReasonCode.ConnectionBrokeOff, body.BrokeOff) },
        _ => result with
        {
            Outcome = FetchOutcome.Fetched,
            Body = body.Bytes,
            BodyMemory = body.Memory,
            Truncated = true,
            Error = FailureWords.ButOf200(ReasonCode.BodyBrokeOff, Received, body.BrokeOff),
        },
    };

    private FetchException TooLarge() =>
        new(FailureWords.ButOf200(ReasonCode.DocumentTooLarge, FailureWords.Size(limit)));
}
