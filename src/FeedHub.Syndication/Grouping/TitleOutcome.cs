using System.Globalization;
using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>
/// Whether a headline tells of what is to come ("Prediksi", "live streaming", "how to watch") or of how it ended ("Hasil", "2-1",
/// "beats"): what is expected of a match and what came of it are two events. Told by the words of the title alone.
/// </summary>
internal static class TitleOutcome
{
    /// <summary>Of neither, or of both.</summary>
    public const byte Open = 0;

    /// <summary>Of what is to come.</summary>
    public const byte Ahead = 1;

    /// <summary>Of how it ended.</summary>
    public const byte Over = 2;

    private const int MostPoints = 10;

    private static readonly ushort[][] AheadWords = ListedWords.Read(
        """
        streaming|siaran langsung|jadwal|susunan pemain|prediksi|preview|pratinjau|jelang|menjelang|head to head
        live stream|how to watch|where to watch|tv channel|start time|kick-off time|lineups|line-ups|prediction|predictions|odds|ahead of
        """);

    private static readonly ushort[][] OverWords = ListedWords.Read(
        """
        hasil|usai|menang|kemenangan|kalah|kekalahan|kalahkan|mengalahkan|dikalahkan|takluk|taklukkan|menaklukkan|ditaklukkan
        unggul|imbang|ditahan|gagal|lolos|melaju|tersingkir|tumbang|tumbangkan|tekuk|ditekuk|hajar|dihajar|bantai|dibantai|libas|gasak
        result|results|beat|beats|beaten|win|wins|won|loses|lost|defeat|defeats|defeated|draws|thrash|highlights|full-time
        """);

    // "2-1" is one number.
    private static readonly HashSet<ushort> Scores = [.. Enumerable.Range(0, MostPoints * MostPoints)
        .SelectMany(n => WordIds.Of(string.Create(CultureInfo.InvariantCulture, $"{n / MostPoints}-{n % MostPoints}")))];

    /// <summary>What a title tells of.</summary>
    public static byte Of(ReadOnlySpan<ushort> title) => (IsAhead(title), IsOver(title)) switch
    {
        (true, false) => Ahead,
        (false, true) => Over,
        _ => Open,
    };

    /// <summary>Whether the one is ahead of what the other tells.</summary>
    public static bool AreOfTwo(byte one, byte other) => one != other && one != Open && other != Open;

    private static bool IsAhead(ReadOnlySpan<ushort> title) => ListedWords.Has(title, AheadWords);

    private static bool IsOver(ReadOnlySpan<ushort> title)
    {
        foreach (var word in title)
        {
            if (Scores.Contains(word))
                return true;
        }

        return ListedWords.Has(title, OverWords);
    }
}
