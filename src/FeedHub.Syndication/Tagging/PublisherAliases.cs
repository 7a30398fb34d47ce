using System.Collections.Frozen;
using System.Text.Json;

namespace FeedHub.Syndication.Tagging;

/// <summary>
/// What publishers' own categories mean among the 17 topics, in Indonesian and English. Words that say where an item stands rather
/// than what it is about ("headline", "nasional", a town) are left out: none is better than a wrong one.
/// </summary>
internal static class PublisherAliases
{
    private static readonly char[] Levels = ['>', '/', '|', '»', '›', ',', ';'];
    private static readonly FrozenDictionary<string, string> Slugs = Load();

    /// <summary>The topic that a published category means, or null. Of "Sport / Sepak Bola" the narrowest known level counts.</summary>
    public static string? Find(string published)
    {
        var levels = published.Split(Levels, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Known(published) ?? levels.Reverse().Select(Known).FirstOrDefault(slug => slug is not null);
    }

    private static string? Known(string text)
    {
        var words = Words.Of(text);

        // "Kategori : Politik" is what a template makes of "Politik".
        if (words is ["kategori" or "category" or "rubrik" or "kanal", _, ..])
            words.RemoveAt(0);
        return Slugs.GetValueOrDefault(string.Join(' ', words));
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var file = typeof(PublisherAliases).Assembly.GetManifestResourceStream("FeedHub.Syndication.Tagging.aliases.json")!;
        var bySlug = JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
        return bySlug.SelectMany(topic => topic.Value.Select(Words.Joined).Distinct().Select(alias => KeyValuePair.Create(alias, topic.Key)))
            .ToFrozenDictionary();
    }
}
