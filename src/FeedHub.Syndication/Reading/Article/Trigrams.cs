using System.Globalization;

namespace FeedHub.Syndication.Reading.Article;

/// <summary>Weights of groups of three letters, Indonesian above zero, English below.</summary>
internal static class Trigrams
{
    private static readonly Dictionary<int, sbyte> Weights = Load();

    /// <summary>The sum of weights over a text, and how many groups it has.</summary>
    public static (int Sum, int Groups) Weigh(ReadOnlySpan<char> text)
    {
        int sum = 0, groups = 0, key = 0, last = '_';
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsAsciiLetter(text[i]) ? char.ToLowerInvariant(text[i]) : '_';
            if (letter == '_' && last == '_')
                continue;
            key = Push(key == 0 ? '_' : key, letter);
            last = letter;
            groups++;
            sum += Weights.GetValueOrDefault(key);
        }

        return (sum, groups);
    }

    // Three characters of 8 bits.
    private static int Push(int key, char letter) => ((key << 8) | letter) & 0xFFFFFF;

    private static Dictionary<int, sbyte> Load()
    {
        using var stream = typeof(Trigrams).Assembly.GetManifestResourceStream("trigrams-id-en.txt")!;
        using var reader = new StreamReader(stream);
        var weights = new Dictionary<int, sbyte>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var parts = line.Split(' ');
            var weight = sbyte.Parse(parts[0], CultureInfo.InvariantCulture);
            foreach (var group in parts.Skip(1).Where(g => g.All(char.IsAscii)))
                weights[group.Aggregate(0, Push)] = weight;
        }

        return weights;
    }
}
