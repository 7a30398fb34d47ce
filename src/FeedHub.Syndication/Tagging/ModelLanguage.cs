using FeedHub.Syndication.Reading.Article;

namespace FeedHub.Syndication.Tagging;

/// <summary>The languages that a model knows, by number.</summary>
internal static class ModelLanguage
{
    public const int Count = 2;

    /// <summary>
    /// The language to read a text in, or null. What the text shows goes before what the feed declares: blogs leave the
    /// "en-US" that their software came with. Malay counts as Indonesian.
    /// </summary>
    public static int? Of(string? title, string text, string? declared)
    {
        var known = Number(declared);
        if (known is null && !string.IsNullOrWhiteSpace(declared))
            return null;
        Span<char> start = stackalloc char[LanguageGuess.MaxLength];
        return Number(LanguageGuess.Of(Start(title, text, start))) ?? known;
    }

    // Title and text as one, without a copy of either.
    private static ReadOnlySpan<char> Start(string? title, string text, Span<char> buffer)
    {
        var length = Fill(title, buffer);
        if (length < buffer.Length)
            buffer[length++] = ' ';
        return buffer[..(length + Fill(text, buffer[length..]))];
    }

    private static int Fill(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = Math.Min(text.Length, buffer.Length);
        text[..length].CopyTo(buffer);
        return length;
    }

    private static int? Number(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "id" or "in" or "ms" or "ind" or "msa" => 0,
        "en" or "eng" => 1,
        _ => null,
    };
}
