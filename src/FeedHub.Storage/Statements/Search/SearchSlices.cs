namespace FeedHub.Storage.Statements.Search;

/// <summary>
/// The index is cut by time: every word in it begins with the code of its story's slice. A prefix, whose matches FTS5 gathers before
/// it returns the first, so costs what one slice holds of it, however many stories there are.
/// </summary>
internal static class SearchSlices
{
    /// <summary>Bits of a row's key within a slice: the slice is 2^18 seconds, some three days.</summary>
    private const int Bits = 48;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The slice that a row of the index is in.</summary>
    public static long Of(long row) => Math.Clamp(row >> Bits, 0, (36 * 36 * 36) - 1);

    /// <summary>Its first row.</summary>
    public static long FirstRow(long slice) => slice << Bits;

    /// <summary>Its code: as long as any other's, so that no word of one slice begins like a word of another.</summary>
    public static string Code(long slice) => string.Create(3, slice, static (code, rest) =>
    {
        for (var at = code.Length - 1; at >= 0; at--, rest /= 36)
            code[at] = Digits[(int)(rest % 36)];
    });
}
