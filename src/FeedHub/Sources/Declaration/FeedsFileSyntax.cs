using System.Buffers;
using System.Text;
using System.Text.Json;
using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>Bytes to JSON: here the first error is the only one, since nothing after it can be trusted.</summary>
internal static class FeedsFileSyntax
{
    /// <summary>The root, or the error.</summary>
    public static (PositionedJson? Root, FeedsFileError? Error) Parse(byte[] utf8, FilePositions positions)
    {
        if (Unreadable(utf8) is (var offset, { } message))
        {
            return (null, At(positions.At(offset), message));
        }

        try
        {
            return (PositionedJsonParser.Parse(utf8), null);
        }
        catch (JsonException e)
        {
            var place = positions.InLine((int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
            return (null, At(place, Say("this is not JSON: ", "ini bukan JSON: ") + WithoutPlace(e.Message)));
        }
        catch (BadEscapeException e)
        {
            return (null, At(positions.At(e.Offset), Say(
                "this text has half a character in it (a lone \\uD800 to \\uDFFF): write the character itself",
                "teks ini berisi setengah karakter (satu \\uD800 sampai \\uDFFF saja): tulis karakternya sendiri")));
        }
    }

    private static (int Offset, string? Message) Unreadable(byte[] utf8)
    {
        if (utf8 is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (0, Say("the file is UTF-16: save it as UTF-8", "berkas ini UTF-16: simpan sebagai UTF-8"));
        }

        if (utf8.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return (0, Say(
                "the file is empty: write { \"sources\": [ { \"url\": \"https://…\" } ] }",
                "berkas ini kosong: tulis { \"sources\": [ { \"url\": \"https://…\" } ] }"));
        }

        return FirstBadByte(utf8) is var bad && bad < utf8.Length
            ? (bad, Say("the file is not UTF-8 from here on: save it as UTF-8", "mulai di sini berkas bukan UTF-8: simpan sebagai UTF-8"))
            : (0, null);
    }

    private static int FirstBadByte(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    // The exception's own text ends with the place, counted from 0 and in bytes; ours is from 1 and in characters.
    private static string WithoutPlace(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static FeedsFileError At((int Line, int Column) place, string message) => new(place.Line, place.Column, Bilingual.As(message));
}
