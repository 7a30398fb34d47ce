using System.Buffers;
using System.Text;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>How far bytes are UTF-8.</summary>
/// <param name="Good">Non-ASCII bytes that belong to valid sequences.</param>
/// <param name="Bad">Bytes that belong to none.</param>
internal readonly record struct Utf8Census(int Good, int Bad)
{
    public bool IsValid => Bad == 0;

    public bool IsAscii => Good == 0 && Bad == 0;

    public static Utf8Census Of(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var at and >= 0)
        {
            bytes = bytes[at..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done)
                good += length;
            else
                bad += length;
            bytes = bytes[length..];
        }

        return new Utf8Census(good, bad);
    }
}
