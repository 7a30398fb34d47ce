using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>Words of our own that tell a topic.</summary>
internal sealed record SeedPhrase(string Language, string Slug, string Text)
{
    /// <summary>The lines "slug: one, another" of the files seeds-LANGUAGE.txt.</summary>
    public static IReadOnlyList<SeedPhrase> ReadPhrases(string folder) => [.. Whole(folder, "seeds").SelectMany(line =>
        line.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(phrase => line with { Text = phrase }))];

    /// <summary>The lines "slug: headline" of the files headlines-LANGUAGE.txt.</summary>
    public static IReadOnlyList<SeedPhrase> ReadHeadlines(string folder) => [.. Whole(folder, "headlines")];

    /// <summary>For each language the words that tell no topic, of the files neutral-LANGUAGE.txt.</summary>
    public static IReadOnlyDictionary<string, string[]> ReadNeutral(string folder) =>
        Lines(folder, "neutral").GroupBy(line => line.Language)
            .ToDictionary(g => g.Key, g => g.SelectMany(line => line.Text.Split(", ")).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<(string Language, string Text)> Lines(string folder, string name)
    {
        var files = Directory.GetFiles(folder, name + "-*.txt").Order(StringComparer.Ordinal).Reverse().ToList();
        if (files.Count == 0)
            throw new FileNotFoundException($"there is no file '{name}-LANGUAGE.txt' in '{Path.GetFullPath(folder)}'");
        return files.SelectMany(
            file => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'),
            (file, line) => (Path.GetFileNameWithoutExtension(file)[^2..], line));
    }

    private static IEnumerable<SeedPhrase> Whole(string folder, string name) => Lines(folder, name).Select(line =>
        line.Text.Split(':', 2, StringSplitOptions.TrimEntries) is [var slug, var text] && Vocabulary.Topics.Any(t => t.Slug == slug)
            ? new SeedPhrase(line.Language, slug, text)
            : throw new InvalidDataException(
                $"'{line.Text.Split(':')[0]}' in the seed words is not one of the 17 topics; write \"slug: words\""));
}
