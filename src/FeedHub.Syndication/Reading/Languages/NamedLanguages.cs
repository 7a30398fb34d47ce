using System.Collections.Frozen;
using System.Globalization;

namespace FeedHub.Syndication.Reading.Languages;

/// <summary>Languages by their names, in English and in themselves: "Indonesian", "Deutsch", "English (United States)".</summary>
internal static class NamedLanguages
{
    // Made when the first feed writes a name: most write codes.
    private static readonly Lazy<FrozenDictionary<string, string>> Tags = new(All);

    /// <summary>The BCP 47 tag, or null for a name that is not a language.</summary>
    public static string? Find(string name) => Tags.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, string> All()
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Bahasa"] = "id", ["Bahasa Indonesia"] = "id", ["Bahasa Melayu"] = "ms", ["Bahasa Malaysia"] = "ms", ["American English"]
                = "en-US", ["US English"] = "en-US",
            ["British English"] = "en-GB", ["UK English"] = "en-GB", ["Simplified Chinese"] = "zh-Hans", ["Traditional Chinese"]
                = "zh-Hant", ["Mandarin"] = "zh", ["Farsi"] = "fa",
            ["简体中文"] = "zh-Hans", ["繁體中文"] = "zh-Hant", ["ภาษาไทย"] = "th",
            ["Português do Brasil"] = "pt-BR", ["Brazilian Portuguese"] = "pt-BR",
            ["English (UK)"] = "en-GB", ["English (US)"] = "en-US", ["English (USA)"] = "en-US",
        };
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.AllCultures).Where(c => c.Name.Length > 0).OrderBy(c => c.Name.Length))
        {
            tags.TryAdd(culture.EnglishName, culture.Name);
            tags.TryAdd(culture.NativeName, culture.Name);
        }

        return tags.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
