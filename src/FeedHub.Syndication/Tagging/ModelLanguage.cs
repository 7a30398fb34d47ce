using FeedHub.Syndication.Reading.Cleaning;

namespace FeedHub.Syndication.Tagging;

/// <summary>The languages that a model knows, by number.</summary>
internal static class ModelLanguage
{
    public const int Count = 2;

    /// <summary>
    /// The language to read a text in, or null. What the text clearly shows goes before what the feed declares: blogs leave the
    /// "en-US" that their software came with. Where it shows little, such as a headline of names, the declaration stands. Malay counts as
    /// Indonesian.
    /// </summary>
    public static int? Of(string? title, string text, string? declared) =>
        OfShown(IsForeign(declared) ? null : LanguageGuess.Of(title, text), title, text, declared);

    /// <summary>The same where it is known what the text shows (<see cref="Reading.ItemText.Language"/>).</summary>
    public static int? OfShown(string? shown, string? title, string text, string? declared)
    {
        if (IsForeign(declared))
            return null;
        var (seen, told) = (Number(shown), Number(declared));
        return seen is null || (told is not null && told != seen && LanguageGuess.IsWeak(title, text)) ? told : seen;
    }

    /// <summary>Whether it is the number of Indonesian; the other is English.</summary>
    public static bool IsIndonesian(int language) => language == 0;

    private static bool IsForeign(string? declared) => Number(declared) is null && !string.IsNullOrWhiteSpace(declared);

    private static int? Number(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "id" or "in" or "ms" or "ind" or "msa" => 0,
        "en" or "eng" => 1,
        _ => null,
    };
}
