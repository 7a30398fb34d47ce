using System.Globalization;
using FeedHub.Configuring;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Words;

namespace FeedHub.Dashboard.Settings;

/// <summary>Settings as a person says them; what is said can be written into a field again.</summary>
internal static class SettingWords
{
    private static readonly Dictionary<string, (string English, string Indonesian)> Groups = new(StringComparer.Ordinal)
    {
        ["Polling"] = ("How sources are polled", "Cara sumber diperiksa"),
        ["Subscribing"] = ("Pushes from publishers (WebSub)", "Push dari penerbit (WebSub)"),
        ["Retention"] = ("How long stories are kept", "Berapa lama berita disimpan"),
        ["Backup"] = ("Backups", "Cadangan"),
        ["Publishing"] = ("Feeds and pages", "Feed dan halaman"),
        ["Hub"] = ("Pushes to subscribers (WebSub)", "Push ke pelanggan (WebSub)"),
        ["Admin"] = ("Who gets in", "Siapa yang boleh masuk"),
        ["Alerts"] = ("Who is told of trouble, and how", "Siapa yang diberi tahu bila ada masalah, dan caranya"),
        ["Articles"] = ("Pages of articles", "Halaman artikel"),
        ["Health"] = ("When the machine is too full", "Kapan mesin terlalu penuh"),
        ["Network"] = ("Which addresses may be asked", "Alamat mana yang boleh diminta"),
        ["Categories"] = ("How categories are guessed", "Cara kategori ditebak"),
        ["Limits"] = ("How much one client may ask", "Berapa banyak satu klien boleh meminta"),
    };

    /// <summary>The group that a setting stands in.</summary>
    public static string GroupOf(Setting setting) => setting.Key.Split(':') is [var group, _, ..]
        ? Groups.GetValueOrDefault(group, (group, group)) is var (english, indonesian) ? Spoken.Say(english, indonesian) : group
        : Spoken.Say("General", "Umum");

    /// <summary>What it means; in English where it is not known in the visitor's language.</summary>
    public static string? MeaningOf(Setting setting) =>
        Spoken.IsIndonesian ? SettingMeanings.Indonesian.GetValueOrDefault(setting.Key) ?? setting.Meaning : setting.Meaning;

    /// <summary>Whether <see cref="MeaningOf"/> is in the visitor's language.</summary>
    public static bool IsTranslated(Setting setting) => !Spoken.IsIndonesian || SettingMeanings.Indonesian.ContainsKey(setting.Key);

    /// <summary>Where its value was written.</summary>
    public static string OriginOf(Setting setting) => setting.Origin == "default" ? SettingsText.OriginDefault : setting.Origin;

    /// <summary>A value in words; null: none.</summary>
    public static string? Of(Setting setting, string? value) => value switch
    {
        null => null,
        "true" => SettingsText.Yes,
        "false" => SettingsText.No,
        _ when IsSpan(setting) => Duration.WordsOfStored(value),
        _ when IsBytes(setting) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) =>
            $"{value} ({ByteCount.Words(bytes)})",
        _ => value,
    };

    /// <summary>Whether its value is a span of time.</summary>
    public static bool IsSpan(Setting setting) => setting.ValueType == typeof(TimeSpan);

    // None of them has a field, into which the words would be written.
    private static bool IsBytes(Setting setting) => !setting.IsLive && setting.Key.Contains("Bytes", StringComparison.Ordinal);

    /// <summary>Whether its value is yes or no.</summary>
    public static bool IsFlag(Setting setting) => setting.ValueType == typeof(bool);

    /// <summary>Whether a person who looks for these words looks for this setting.</summary>
    public static bool Matches(Setting setting, string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        $"{setting.Key} {setting.Meaning} {MeaningOf(setting)} {GroupOf(setting)}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
