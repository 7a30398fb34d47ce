using System.Globalization;

namespace FeedHub.Model.Stories;

/// <summary>A place in the merged feed; opaque outside.</summary>
/// <param name="SortAt">Unix milliseconds.</param>
/// <param name="Id">The story's key, which orders stories of one millisecond.</param>
public sealed record StoryCursor(long SortAt, long Id)
{
    /// <summary>Most stories that one cursor can say were shown: as many as a page can show.</summary>
    public const int MaxShown = StoryFilter.MaxLimit;

    /// <summary>Stories behind this place that the first page showed already (docs/notes/fairness.md), greatest first.</summary>
    public IReadOnlyList<long> Shown { get; init; } = [];

    /// <summary>The <see cref="StoryFilter.Mark"/> of what it is a place in; null: of anything, as addresses of older versions have
    /// it.</summary>
    public string? Mark { get; init; }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static StoryCursor? Parse(string text) =>
        text.StartsWith(StoryFilter.BeginningOfMarks) && text.IndexOf('-') is > 0 and var end
            ? ParsePlace(text[(end + 1)..]) is { } place ? place with { Mark = text[..end] } : null
            : ParsePlace(text);

    private static StoryCursor? ParsePlace(string text)
    {
        var parts = text.Split('-', 4);
        if (parts.Length is < 2 or > 3 || Number(parts[0]) is not { } at || Number(parts[1]) is not { } id)
            return null;
        return parts.Length == 2 ? new(at, id)
            : ParseShown(parts[2]) is { } shown ? new(at, id) { Shown = shown }
            : null;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{(Mark is null ? "" : $"{Mark}-")}{SortAt:x}-{Id:x}");
        return Shown.Count == 0 ? place : $"{place}-{string.Join('.', Steps())}";
    }

    /// <inheritdoc/>
    public bool Equals(StoryCursor? other) => ToString() == other?.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    // As differences: neighbours have neighbouring keys, and the cursor stands in addresses.
    private IEnumerable<string> Steps() =>
        Shown.Select((id, i) => (i == 0 ? id : Shown[i - 1] - id).ToString("x", CultureInfo.InvariantCulture));

    private static List<long>? ParseShown(string text)
    {
        var steps = text.Split('.', MaxShown + 1);
        if (steps.Length > MaxShown)
            return null;
        var shown = new List<long>(steps.Length);
        foreach (var step in steps)
        {
            if (Number(step) is not { } number || (shown.Count > 0 && (number == 0 || number > shown[^1])))
                return null;
            shown.Add(shown.Count == 0 ? number : shown[^1] - number);
        }

        return shown;
    }

    private static long? Number(string text) =>
        text.Length is > 0 and <= 15 && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
