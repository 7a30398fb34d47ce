using System.Text;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>Labels to encodings, as the WHATWG Encoding Standard reads them: narrow labels mean their wider supersets.</summary>
internal static class CharsetNames
{
    public const int Utf8 = 65001;

    private static readonly Dictionary<string, int> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = Utf8, ["utf8"] = Utf8, ["unicode-1-1-utf-8"] = Utf8,
        ["latin1"] = 1252, ["latin-1"] = 1252, ["ascii"] = 1252, ["ansi"] = 1252,
        ["cp1252"] = 1252, ["cp1251"] = 1251, ["cp1250"] = 1250, ["win-1251"] = 1251, ["koi8"] = 20866, ["gbk"] = 54936,
        ["gb2312"] = 54936, ["x-gbk"] = 54936, ["sjis"] = 932, ["x-sjis"] = 932, ["ms_kanji"] = 932, ["windows-31j"] = 932,
        ["euckr"] = 949, ["ksc5601"] = 949, ["ks_c_5601-1987"] = 949, ["big5-hkscs"] = 950, ["tis-620"] = 874,
    };

    // Single-byte sets whose C1 range nobody uses for control characters, and sets that grew.
    private static readonly Dictionary<int, int> Wider = new()
    {
        [28591] = 1252, [20127] = 1252, [28599] = 1254, [28601] = 874, [936] = 54936, [20936] = 54936, [51949] = 949,
    };

    static CharsetNames()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
        Utf8OrWindows1252 = Encoding.GetEncoding(Utf8, EncoderFallback.ReplacementFallback, new Windows1252Fallback());
    }

    public static Encoding Windows1252 { get; }

    /// <summary>UTF-8 whose bad bytes are windows-1252 characters.</summary>
    public static Encoding Utf8OrWindows1252 { get; }

    /// <summary>The encoding that a label means, or null for an unknown label.</summary>
    public static Encoding? Find(string label)
    {
        label = label.Trim(' ', '\'', '"', '\t');
        // By its name the framework would look for it in the tables of all code pages first.
        if (Labels.TryGetValue(label, out var page))
            return page == Utf8 ? Encoding.UTF8 : Encoding.GetEncoding(page);
        try
        {
            return Widen(Encoding.GetEncoding(label));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // The framework has no lookup that does not throw.
            return null;
        }
    }

    public static Encoding Widen(Encoding encoding) =>
        Wider.TryGetValue(encoding.CodePage, out var page) ? Encoding.GetEncoding(page) : encoding;
}
