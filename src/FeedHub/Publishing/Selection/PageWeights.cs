using System.Data.Common;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Publishing.Selection;

/// <summary>How much the texts and lists of a page's stories are, told without reading them.</summary>
internal sealed class PageWeights
{
    private readonly Dictionary<long, long> _bytes;
    private readonly Dictionary<long, long> _leads;

    private PageWeights(List<StoryWeight> weights)
    {
        _bytes = weights.ToDictionary(weight => weight.StoryId, weight => weight.Bytes);
        _leads = weights.ToDictionary(weight => weight.StoryId, weight => weight.LeadItemId);
    }

    /// <summary>The item that leads each story.</summary>
    public IReadOnlyDictionary<long, long> Leads => _leads;

    /// <summary>The weights of all items of each story.</summary>
    public static async Task<PageWeights> OfItemsAsync(DbConnection db, ChosenPage page, CancellationToken cancellation) =>
        new(await StoryWeights.OfItemsAsync(db, Ids(page), cancellation));

    /// <summary>The weights of the items that lead the stories.</summary>
    public static async Task<PageWeights> OfLeadsAsync(DbConnection db, ChosenPage page, CancellationToken cancellation) =>
        new(await StoryWeights.OfLeadsAsync(db, Ids(page), cancellation));

    /// <summary>The page, ended before the story that is too much for it.</summary>
    /// <param name="page">As chosen.</param>
    /// <param name="shown">Shown by an earlier page.</param>
    /// <param name="most">Most bytes.</param>
    /// <param name="least">Stories that stay in any case, 1 or more.</param>
    public ChosenPage Fitting(ChosenPage page, IReadOnlyList<long> shown, long most, int least = 1)
    {
        var count = CountFitting(page, most, least);
        return count < page.Places.Count ? Fairness.Ended(page, shown, count) : page;
    }

    /// <summary>How many of the page's stories, from its first on, are not too much for it.</summary>
    /// <param name="page">As chosen.</param>
    /// <param name="most">Most bytes.</param>
    /// <param name="least">Stories that stay in any case, 1 or more.</param>
    public int CountFitting(ChosenPage page, long most, int least = 1)
    {
        var (count, bytes) = (0, 0L);
        foreach (var place in page.Places)
        {
            bytes += _bytes.GetValueOrDefault(place.Id);
            if (bytes > most && count >= least)
                break;
            count++;
        }

        return count;
    }

    /// <summary>
    /// The fewest stories without which the others together are within <paramref name="most"/>: the heaviest, of equals the oldest; none
    /// where all fit.
    /// </summary>
    public IReadOnlySet<long> TooHeavy(long most)
    {
        var (all, heavy) = (_bytes.Values.Sum(), new HashSet<long>());
        foreach (var (story, bytes) in _bytes.OrderByDescending(story => story.Value).ThenBy(story => story.Key))
        {
            if (all <= most)
                break;
            all -= bytes;
            heavy.Add(story);
        }

        return heavy;
    }

    private static IEnumerable<long> Ids(ChosenPage page) => page.Places.Select(place => place.Id);
}
