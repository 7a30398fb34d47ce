using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>The body has passed its limit, on the wire or decoded.</summary>
internal sealed class BodyTooLargeException : Exception;

/// <summary>A body as far as it came.</summary>
/// <param name="Bytes">Decoded.</param>
/// <param name="BrokeOff">How it ended too early, or null if it is whole.</param>
/// <param name="Memory">What its bytes lie in: they are not to be read after it is disposed of.</param>
internal sealed record BodyRead(ReadOnlyMemory<byte> Bytes, Reason? BrokeOff, IDisposable Memory);

/// <summary>Reads a decoded body up to a limit that counts while reading, so that a bomb stops early.</summary>
/// <param name="wire">The body on the wire.</param>
/// <param name="codings">What its headers name.</param>
/// <param name="limit">Most bytes after decoding.</param>
/// <param name="announced">Bytes on the wire as its headers name them, or null.</param>
/// <param name="isCut">True if what is beyond the limit is left out, and no error.</param>
internal sealed class BodyReader(
    WireStream wire, IReadOnlyList<string> codings, int limit, long? announced = null, bool isCut = false)
{
    // What is announced is not believed beyond this: it may never come.
    private const long MostBelieved = 512 * 1024;

    private readonly PooledBytes _bytes = new((int)Math.Min(announced ?? 0, MostBelieved));

    private string Coding => codings.Count == 0 ? "gzip" : string.Join(", ", codings);

    /// <summary>Bytes decoded so far.</summary>
    public int Count => _bytes.Count;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="BodyTooLargeException">There is more than the limit.</exception>
    /// <exception cref="FetchException">The body is not in its coding.</exception>
    public async Task<BodyRead> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var decoded = await ContentCoding.DecodeAsync(codings, wire, limit, cancellation);
            await FillAsync(decoded, cancellation);
            return Read(null);
        }
        catch (IOException e)
        {
            return Read(Reason.Sentence(e.GetBaseException().Message));
        }
        catch (InvalidDataException) when (wire.HasEnded)
        {
            // It wanted more than there is (System.IO.Compression.UseStrictValidation, in the project file).
            return Read(Reason.Of(ReasonCode.CodingEndsEarly, Coding));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new FetchException(FailureWords.ButOf200(ReasonCode.BodyNotValid, Coding), cause: e);
        }
    }

    private BodyRead Read(Reason? brokeOff) => new(_bytes.Written, brokeOff, _bytes);

    private async Task FillAsync(Stream decoded, CancellationToken cancellation)
    {
        while (await decoded.ReadAsync(_bytes.Room(), cancellation) is > 0 and var read)
        {
            if (read > limit - Count)
            {
                _bytes.Advance(isCut ? limit - Count : 0);
                if (isCut)
                    return;
                throw new BodyTooLargeException();
            }

            _bytes.Advance(read);
        }
    }
}
