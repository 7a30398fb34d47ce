namespace FeedHub.Model.Words;

/// <summary>Levenshtein's distance: letters put in, left out or replaced.</summary>
internal static class EditDistance
{
    // Nothing that long is a slip of the pen, and the cost grows with the product of the lengths.
    private const int Longest = 64;

    public static int Between(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > Longest || Math.Min(a.Length, b.Length) > Longest)
        {
            return Math.Max(a.Length, b.Length);
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            NextRow(row, i, a[i], b);
        }

        return row[b.Length];
    }

    private static void NextRow(int[] row, int i, char letter, string b)
    {
        var diagonal = row[0];
        row[0] = i + 1;
        for (var j = 0; j < b.Length; j++)
        {
            var replaced = diagonal + (letter == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
        }
    }
}
