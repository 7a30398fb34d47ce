using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Cleaning;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses an article's language from what its page declares and from its words.</summary>
internal static class PageLanguage
{
    public static string? Of(PageFacts facts, string? title, string? text)
    {
        var html = facts.Root.All().FirstOrDefault(node => node.Name == "html");
        var declared = First(
            html?["lang"],
            html?["xml:lang"],
            facts.Metas.First("content-language", "language", "dc.language", "itemprop:inLanguage"),
            facts.Data.Text("inLanguage"),
            facts.Metas.First("og:locale"));
        var told = text is { Length: > 100 } ? CommonWords.Language(text) ?? Guess(title, text) : null;
        // Themes say English for pages in any language.
        var isOther = told is not null && declared?.StartsWith(told, StringComparison.OrdinalIgnoreCase) == false;
        return isOther && IsDoubtful(declared!) ? told : declared ?? told;
    }

    // Of a Latin script only what the commonest words bear out.
    private static string? Guess(string? title, string text) =>
        LanguageGuess.Of(title, text) is not "id" and { } language ? language : null;

    private static bool IsDoubtful(string declared) => declared.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    private static string? First(params string?[] written) =>
        written.Select(text => LanguageTags.Normalise(text)).FirstOrDefault(tag => tag is not null);
}
