namespace FeedHub.Syndication.Grouping;

/// <summary>
/// Titles of what papers bring each day again: prices, rates, forecasts are of one event only with those of the same day, round-ups and
/// horoscopes of none. Told by the words of the title alone.
/// </summary>
internal static class DailyPattern
{
    /// <summary>No event: it is grouped with nothing.</summary>
    public const byte Alone = 255;

    /// <summary>An event like any other.</summary>
    public const byte None = 0;

    /// <summary>The number of the forecasts: those of other places are others.</summary>
    public const byte Forecast = 1;

    // Each line is a pattern. A bar separates its alternatives: all words of one of them must be in the title.
    private static readonly ushort[][][] Daily = Lines(
        """
        prakiraan cuaca|ramalan cuaca|cuaca bmkg|cuaca hujan|cuaca cerah|cuaca berawan|bmkg cerah|bmkg berawan|bmkg hujan|weather forecast
        shipping forecast|marine forecast|pasang surut
        emas antam|emas batangan|harga emas|gold price|gold prices
        kurs|rupiah dolar|rupiah usd|rupiah melemah|rupiah menguat|rupiah ditutup|rupiah dibuka|exchange rate
        ihsg|wall street|dow jones|bursa saham
        harga minyak|oil prices
        """);

    private static readonly ushort[][] Never = ListedWords.Read(
        """
        populer|terpopuler|zodiak|horoskop|horoscope|horoscopes|hot gosip|top 3|menu hari ini|jadwal sholat|jadwal salat|jadwal imsakiyah
        world brief|news brief|news briefs|news roundup|news digest|top stories|morning briefing|evening briefing|daily briefing
        rangkuman berita|kilas berita|sekilas berita|berita sepekan
        """);

    /// <summary>The pattern of a title: a number of its own, <see cref="None"/> or <see cref="Alone"/>.</summary>
    public static byte Of(ReadOnlySpan<ushort> title)
    {
        if (ListedWords.Has(title, Never))
            return Alone;
        for (var i = 0; i < Daily.Length; i++)
        {
            if (ListedWords.Has(title, Daily[i]))
                return (byte)(i + 1);
        }

        return None;
    }

    private static ushort[][][] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ListedWords.Read)];
}
