using System.Globalization;

namespace FeedHub.Storage.Statements.Items;

/// <summary>
/// How long after their publication items were read, counted in classes that grow by an eighth: enough for a median and a percentile,
/// and few enough to be kept for every hour.
/// </summary>
public static class Delays
{
    /// <summary>What the classes' names begin with.</summary>
    public const string Prefix = "delay.";

    private const int ClassesPerE = 8;

    // What is older was taken from an archive, and a date well ahead is not a date of publication.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>The class of a delay; null where it tells nothing of how fast FeedHub is.</summary>
    public static string? ClassOf(TimeSpan delay)
    {
        if (delay < -Ahead || delay > Longest)
            return null;
        var place = (int)Math.Round(Math.Log(1 + Math.Max(0, delay.TotalSeconds)) * ClassesPerE);
        return Prefix + place.ToString("D3", CultureInfo.InvariantCulture);
    }

    /// <summary>The delay that this share of the items had at most; null if there are none.</summary>
    /// <param name="counts">Items of each class.</param>
    /// <param name="share">From 0 to 1.</param>
    public static TimeSpan? Percentile(IReadOnlyDictionary<string, long> counts, double share)
    {
        var wanted = share * counts.Values.Sum();
        var passed = 0L;
        foreach (var (name, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            passed += count;
            if (passed >= wanted && count > 0)
                return TimeSpan.FromSeconds(
                    Math.Exp(int.Parse(name.AsSpan(Prefix.Length), CultureInfo.InvariantCulture) / (double)ClassesPerE) - 1);
        }

        return null;
    }
}
