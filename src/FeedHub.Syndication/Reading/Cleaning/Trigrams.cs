using System.Globalization;
using System.Runtime.CompilerServices;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Weights of groups of three letters, Indonesian above zero, English below.</summary>
internal static class Trigrams
{
    // The 26 letters, and the edge of a word as the first.
    private const int Signs = 27;

    // By the place of a group among all: 20 kB, which stay in the cache nearest to the core.
    private static readonly sbyte[] Weights = Load();

    /// <summary>The sum of weights over a text, and how many groups it has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int Sum, int Groups) Weigh(ReadOnlySpan<char> text)
    {
        var weights = Weights;
        int sum = 0, groups = 0, pair = 0, last = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length ? Number(text[i]) : 0;
            if (letter == 0 && last == 0)
                continue;
            // The first letter of all has one before it: its group has two signs, and no weight.
            if (groups++ > 0)
                sum += weights[(pair * Signs) + letter];
            (pair, last) = ((last * Signs) + letter, letter);
        }

        return (sum, groups);
    }

    // 1 to 26, or 0 for what is not a letter.
    private static int Number(char c) => (c | 0x20) - 'a' is >= 0 and < Signs - 1 and var number ? number + 1 : 0;

    private static int Number(string group) => group.Aggregate(0, (number, sign) => (number * Signs) + Number(sign));

    private static sbyte[] Load()
    {
        using var stream = typeof(Trigrams).Assembly.GetManifestResourceStream("trigrams-id-en.txt")!;
        using var reader = new StreamReader(stream);
        var weights = new sbyte[Signs * Signs * Signs];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var parts = line.Split(' ');
            var weight = sbyte.Parse(parts[0], CultureInfo.InvariantCulture);
            foreach (var group in parts.Skip(1).Where(g => g.All(char.IsAscii)))
                weights[Number(group)] = weight;
        }

        return weights;
    }
}
