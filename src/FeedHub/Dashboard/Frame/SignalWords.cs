using FeedHub.Model.Words;

namespace FeedHub.Dashboard.Frame;

/// <summary>What two texts were compared by, in the visitor's language; stored under their English names.</summary>
internal static class SignalWords
{
    private static readonly Dictionary<string, string> Indonesian = new(StringComparer.Ordinal)
    {
        ["text in both"] = "teks di keduanya",
        ["opening in both"] = "pembuka di keduanya",
        ["long text carried over"] = "teks panjang yang dibawa",
        ["words of the opening"] = "kata pembuka",
        ["headline in the other"] = "judul di teks lain",
        ["titles alike"] = "judul mirip",
        ["other numbers"] = "angka lain",
        ["other names"] = "nama lain",
        ["another day"] = "hari lain",
        ["names exchanged"] = "nama tertukar",
        ["numbers exchanged"] = "angka tertukar",
        ["words of the title exchanged"] = "kata judul tertukar",
        ["another subject"] = "pokok lain",
        ["headline of neither text"] = "judul di luar kedua teks",
        ["same source"] = "sumber yang sama",
    };

    /// <summary>All names that have words.</summary>
    public static IReadOnlyCollection<string> Known => Indonesian.Keys;

    /// <summary>A signal's name in words.</summary>
    public static string Of(string name) => Spoken.Say(name, Indonesian.GetValueOrDefault(name, name));
}
