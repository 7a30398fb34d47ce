using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>Words of our own that tell a topic.</summary>
internal sealed record SeedPhrase(string Language, string Slug, string Text)
{
    private static readonly string[] Languages = ["id", "en"];

    /// <summary>The lines "slug: one, another" of the files NAME-LANGUAGE.txt that there are.</summary>
    public static IReadOnlyList<SeedPhrase> ReadAll(string folder, string name, string between) =>
        [.. Lines(folder, name).SelectMany(line => Read(line.Language, line.Text.Split(':', 2), between))];

    /// <summary>For each language the words that tell no topic, of the files neutral-LANGUAGE.txt that there are.</summary>
    public static IReadOnlyDictionary<string, string[]> ReadNeutral(string folder) =>
        Lines(folder, "neutral").GroupBy(line => line.Language)
            .ToDictionary(g => g.Key, g => g.SelectMany(line => line.Text.Split(", ")).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<(string Language, string Text)> Lines(string folder, string name) =>
        Languages.Select(language => (Language: language, Path: Path.Combine(folder, $"{name}-{language}.txt"))).Where(file => File.Exists(file.Path))
            .SelectMany(file => File.ReadLines(file.Path).Where(line => line.Length > 0 && line[0] != '#'), (file, line) => (file.Language, line));

    private static IEnumerable<SeedPhrase> Read(string language, string[] parts, string between) =>
        Vocabulary.Topics.Any(t => t.Slug == parts[0]) && parts.Length == 2
            ? parts[1].Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => new SeedPhrase(language, parts[0], text))
            : throw new InvalidDataException($"'{parts[0]}' in the seed words is none of the 17 topics; write \"slug: words\"");
}
