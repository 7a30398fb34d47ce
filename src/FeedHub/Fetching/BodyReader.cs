using System.Buffers;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>The body has passed its limit, on the wire or decoded.</summary>
internal sealed class BodyTooLargeException : Exception;

/// <summary>A body as far as it came.</summary>
/// <param name="Bytes">Decoded.</param>
/// <param name="BrokeOff">How it ended too early, or null if it is whole.</param>
internal sealed record BodyRead(ReadOnlyMemory<byte> Bytes, Reason? BrokeOff);

/// <summary>Reads a decoded body up to a limit that counts while reading, so that a bomb stops early.</summary>
/// <param name="wire">The body on the wire.</param>
/// <param name="codings">What its headers name.</param>
/// <param name="limit">Most bytes after decoding.</param>
internal sealed class BodyReader(WireStream wire, IReadOnlyList<string> codings, int limit)
{
    private const int Chunk = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _bytes = new(Chunk);

    private string Coding => codings.Count == 0 ? "gzip" : string.Join(", ", codings);

    /// <summary>Bytes decoded so far.</summary>
    public int Count => _bytes.WrittenCount;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="BodyTooLargeException">There is more than the limit.</exception>
    /// <exception cref="FetchException">The body is not in its coding.</exception>
    public async Task<BodyRead> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var decoded = await ContentCoding.DecodeAsync(codings, wire, limit, cancellation);
            await FillAsync(decoded, cancellation);
            return new(_bytes.WrittenMemory, null);
        }
        catch (IOException e)
        {
            return new(_bytes.WrittenMemory, Reason.Sentence(e.GetBaseException().Message));
        }
        catch (InvalidDataException) when (wire.HasEnded)
        {
            // It wanted more than there is (System.IO.Compression.UseStrictValidation, in the project file).
            return new(_bytes.WrittenMemory, Reason.Of(ReasonCode.CodingEndsEarly, Coding));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new FetchException(FailureWords.ButOf200(ReasonCode.BodyNotValid, Coding), cause: e);
        }
    }

    private async Task FillAsync(Stream decoded, CancellationToken cancellation)
    {
        while (await decoded.ReadAsync(_bytes.GetMemory(Chunk), cancellation) is > 0 and var read)
        {
            if (read > limit - Count)
                throw new BodyTooLargeException();
            _bytes.Advance(read);
        }
    }
}
