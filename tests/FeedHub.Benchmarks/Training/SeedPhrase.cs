using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>Words of our own that tell a topic.</summary>
internal sealed record SeedPhrase(string Language, string Slug, string Text)
{
    /// <summary>The lines "slug: one, another" of the files NAME-LANGUAGE.txt.</summary>
    public static IReadOnlyList<SeedPhrase> ReadAll(string folder, string name, string between) =>
        [.. Lines(folder, name).SelectMany(line => Read(line.Language, line.Text.Split(':', 2), between))];

    /// <summary>For each language the words that tell no topic, of the files neutral-LANGUAGE.txt.</summary>
    public static IReadOnlyDictionary<string, string[]> ReadNeutral(string folder) =>
        Lines(folder, "neutral").GroupBy(line => line.Language)
            .ToDictionary(g => g.Key, g => g.SelectMany(line => line.Text.Split(", ")).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<(string Language, string Text)> Lines(string folder, string name)
    {
        var files = Directory.GetFiles(folder, name + "-*.txt").Order(StringComparer.Ordinal).Reverse().ToList();
        if (files.Count == 0)
            throw new FileNotFoundException($"there is no file '{name}-LANGUAGE.txt' in '{Path.GetFullPath(folder)}'");
        return files.SelectMany(file => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'), (file, line) => (Path.GetFileNameWithoutExtension(file)[^2..], line));
    }

    private static IEnumerable<SeedPhrase> Read(string language, string[] parts, string between) =>
        Vocabulary.Topics.Any(t => t.Slug == parts[0]) && parts.Length == 2
            ? parts[1].Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => new SeedPhrase(language, parts[0], text))
            : throw new InvalidDataException($"'{parts[0]}' in the seed words is none of the 17 topics; write \"slug: words\"");
}
