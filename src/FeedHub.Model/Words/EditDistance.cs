using F23.StringSimilarity;

namespace FeedHub.Model.Words;

/// <summary>Optimal string alignment: letters put in, left out, replaced, or two neighbours exchanged.</summary>
internal static class EditDistance
{
    // Nothing that long is a typing error, and the cost grows with the product of the lengths.
    private const int Longest = 64;

    private static readonly OptimalStringAlignment Letters = new();

    public static int Between(string a, string b) =>
        Math.Abs(a.Length - b.Length) > Longest || Math.Min(a.Length, b.Length) > Longest
            ? Math.Max(a.Length, b.Length)
            : (int)Letters.Distance(a, b);
}
