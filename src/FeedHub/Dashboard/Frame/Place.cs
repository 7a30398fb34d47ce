using FeedHub.Model.Words;

namespace FeedHub.Dashboard.Frame;

/// <summary>A page of the dashboard, or a group of them.</summary>
/// <param name="Titles">In the menu, in English and in Indonesian.</param>
/// <param name="Path">Its address as at a root; pages below it belong to it.</param>
/// <param name="Sayings">What it is for, in one sentence, in both.</param>
/// <param name="Help">The page of the docs that tells more, such as <c>sources#many-sources</c>.</param>
internal sealed record Place(
    (string English, string Indonesian) Titles, string Path, (string English, string Indonesian) Sayings, string Help)
{
    /// <summary>In the menu.</summary>
    public string Title => Spoken.Say(Titles.English, Titles.Indonesian);

    /// <summary>What it is for.</summary>
    public string Says => Spoken.Say(Sayings.English, Sayings.Indonesian);

    /// <summary>Pages that stand beside it in the second row of the menu, itself among them; none: it stands alone.</summary>
    public IReadOnlyList<Place> Within { get; init; } = [];

    /// <summary>Other beginnings of addresses that belong to it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Name of Hangfire's number beside it, renewed by its script; null: none.</summary>
    public string? Metric { get; init; }

    /// <summary>How much of an address is this page's: the longer, the nearer. Null: it is another page's.</summary>
    /// <param name="path">As at a root.</param>
    public int? Holds(string path) =>
        Also.Append(Path).Where(own => IsUnder(path, own)).Select(own => (int?)own.Length).Max();

    private static bool IsUnder(string path, string own) =>
        path.StartsWith(own, StringComparison.OrdinalIgnoreCase) && (path.Length == own.Length || path[own.Length] == '/');
}
