using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FeedHub.Syndication.Tagging;

/// <summary>
/// Adds up what a model's weights say of a text, feature after feature, as a plain loop would: the same sums to the last bit. The weights
/// are megabytes that no cache near the core holds, so each row is asked for long before it is added.
/// </summary>
internal static class TopicSums
{
    private const int Topics = CategoryModel.Topics;
    private const int Ahead = 32;

    /// <summary>The sums, not yet multiplied by the text's factor.</summary>
    /// <param name="weights">For each bucket one for each topic.</param>
    /// <param name="read">The text.</param>
    /// <param name="sums">One for each topic.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Of(ReadOnlySpan<sbyte> weights, TextFeatures read, Span<float> sums)
    {
        var (first, second, third, fourth, last) =
            (Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero, 0f);
        fixed (sbyte* table = weights)
        {
            var buckets = read.AllBuckets;
            var at = 0;
            for (var i = 0; i < Ahead; i++)
                Ask(table, buckets[i]);
            foreach (var run in read.Runs)
            {
                for (var value = Vector128.Create(run.Value); at < run.End; at++)
                {
                    Ask(table, buckets[at + Ahead]);
                    var row = table + (buckets[at] * Topics);
                    var all = Vector128.Load(row);
                    var (low, high) = (Vector128.WidenLower(all), Vector128.WidenUpper(all));
                    first += value * Vector128.ConvertToSingle(Vector128.WidenLower(low));
                    second += value * Vector128.ConvertToSingle(Vector128.WidenUpper(low));
                    third += value * Vector128.ConvertToSingle(Vector128.WidenLower(high));
                    fourth += value * Vector128.ConvertToSingle(Vector128.WidenUpper(high));
                    last += run.Value * row[Topics - 1];
                }
            }
        }

        first.CopyTo(sums);
        second.CopyTo(sums[4..]);
        third.CopyTo(sums[8..]);
        fourth.CopyTo(sums[12..]);
        sums[Topics - 1] = last;
    }

    // A row may lie in two lines. What does not exist on a machine is not asked for, and nothing is wrong but the time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Ask(sbyte* table, int bucket)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(table + (bucket * Topics));
        Sse.Prefetch0(table + (bucket * Topics) + Topics - 1);
    }
}
