using FeedHub.Syndication.Reading.Article;

namespace FeedHub.Syndication.Tagging;

/// <summary>The languages that a model knows, by number.</summary>
internal static class ModelLanguage
{
    public const int Count = 2;

    /// <summary>
    /// The language to read a text in, or null: the one that the feed declares. Only "en" and "en-US" say less than what the text shows, since
    /// blogs leave what their software came with. Malay counts as Indonesian.
    /// </summary>
    public static int? Of(string? title, string text, string? declared) =>
        IsForeign(declared) ? null : OfShown(LanguageGuess.Of(title, text), declared);

    /// <summary>The same where it is known what the text shows (<see cref="Reading.ItemText.Language"/>).</summary>
    public static int? OfShown(string? shown, string? declared) => IsForeign(declared) ? null
        : IsLeft(declared) ? Number(shown) ?? Number(declared) : Number(declared) ?? Number(shown);

    private static bool IsLeft(string? declared) => declared?.Replace('_', '-').ToLowerInvariant() is "en" or "en-us";

    private static bool IsForeign(string? declared) => Number(declared) is null && !string.IsNullOrWhiteSpace(declared);

    private static int? Number(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "id" or "in" or "ms" or "ind" or "msa" => 0,
        "en" or "eng" => 1,
        _ => null,
    };
}
