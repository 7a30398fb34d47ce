using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Filtering;

/// <summary>
/// Parameters of an address that are not filters. People who share an address add their own, which are passed over; one that was surely
/// meant for a filter is an error, since what it was to leave out would come in.
/// </summary>
internal static class UnknownParameters
{
    private const int ShortestBeginning = 3;

    private static readonly string[] Known =
        ["category", "source", "folder", "language", "coverage", "group", "limit", "order", "dates", "titles", "before", "q"];

    /// <summary>What is wrong with it; null: it is not ours.</summary>
    public static FilterError? WhyWrong(string name)
    {
        var meant = Wording.Nearest(name, Known) ?? (name.Length < ShortestBeginning
            ? null
            : Known.FirstOrDefault(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        return meant is null ? null : new(name, Say(
            $"there is no such filter; did you mean {meant}?", $"tidak ada filter itu; maksud Anda {meant}?"));
    }
}
