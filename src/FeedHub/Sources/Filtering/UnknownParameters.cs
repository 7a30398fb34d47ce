using FeedHub.Model.Words;

namespace FeedHub.Sources.Filtering;

/// <summary>
/// Parameters of an address that are no filters. People who share an address add their own, which are passed over; one that was surely
/// meant for a filter is an error, since what it was to leave out would come in.
/// </summary>
internal static class UnknownParameters
{
    private const int ShortestBeginning = 3;

    private static readonly string[] Known =
        ["category", "source", "folder", "language", "limit", "order", "dates", "titles", "before", "q"];

    // Filters that programs may know of, and this version does not have.
    private static readonly string[] Missing = ["coverage", "group"];

    /// <summary>What is wrong with it; null: it is not ours.</summary>
    public static FilterError? WhyWrong(string name)
    {
        if (Missing.Contains(name, StringComparer.OrdinalIgnoreCase))
            return new(name, "this version of FeedHub has no such filter; leave it out");
        var meant = Wording.Nearest(name, Known) ?? (name.Length < ShortestBeginning
            ? null
            : Known.FirstOrDefault(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        return meant is null ? null : new(name, $"there is no such filter; did you mean {meant}?");
    }
}
