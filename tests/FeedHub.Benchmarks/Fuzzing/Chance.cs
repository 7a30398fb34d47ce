namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>The choices of one case: equal numbers give the same input on every machine.</summary>
internal static class Chance
{
    /// <summary>A generator for this case alone, no matter what was tried before it.</summary>
    public static Random Of(int seed, string part, int number) => new(unchecked((((seed * 397) + part.Length) * 1_000_003) + number));

    public static T Pick<T>(this Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];

    public static bool OneIn(this Random random, int count) => random.Next(count) == 0;

    /// <summary>Mostly small, at times near the most.</summary>
    public static int Size(this Random random, int most) => (int)(most * Math.Pow(random.NextDouble(), 4));
}
