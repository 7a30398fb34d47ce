using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Publishing.Selection;

/// <summary>How much the texts and lists of a page's stories are, told without reading them.</summary>
internal sealed class PageWeights
{
    private const string Sql = """
        SELECT s.Id, s.LeadItemId, sum(coalesce(octet_length(i.ContentHtml), 0) + coalesce(octet_length(i.SummaryHtml), 0)
            + octet_length(i.Authors) + octet_length(i.PublisherCategories) + octet_length(i.Enclosures))
        FROM json_each($ids) j CROSS JOIN Stories s ON s.Id = j.value JOIN Items i ON
        """;

    private readonly Dictionary<long, long> _bytes = [];
    private readonly Dictionary<long, long> _leads = [];

    /// <summary>The item that leads each story.</summary>
    public IReadOnlyDictionary<long, long> Leads => _leads;

    /// <summary>The weights of all items of each story.</summary>
    public static Task<PageWeights> OfItemsAsync(FeedHubDb db, ChosenPage page, CancellationToken cancellation) =>
        ReadAsync(db, page, "i.StoryId = s.Id", cancellation);

    /// <summary>The weights of the items that lead the stories.</summary>
    public static Task<PageWeights> OfLeadsAsync(FeedHubDb db, ChosenPage page, CancellationToken cancellation) =>
        ReadAsync(db, page, "i.Id = s.LeadItemId", cancellation);

    /// <summary>The page, ended before the story that is too much for it; never without any.</summary>
    /// <param name="page">As chosen.</param>
    /// <param name="shown">Shown by an earlier page.</param>
    /// <param name="most">Most bytes.</param>
    public ChosenPage Fitting(ChosenPage page, IReadOnlyList<long> shown, long most)
    {
        var (count, bytes) = (0, 0L);
        foreach (var place in page.Places)
        {
            bytes += _bytes.GetValueOrDefault(place.Id);
            if (bytes > most && count > 0)
                return Fairness.Ended(page, shown, count);
            count++;
        }

        return page;
    }

    /// <summary>
    /// The stories that are heavier than what each may take so that all together are within <paramref name="most"/>; none where they
    /// are so anyway. What light ones leave of their share is the others'.
    /// </summary>
    public IReadOnlySet<long> OverTheirShare(long most)
    {
        var (left, stories) = (most, _bytes.Count);
        foreach (var bytes in _bytes.Values.Order())
        {
            if (bytes > left / stories)
                return _bytes.Where(story => story.Value > left / stories).Select(story => story.Key).ToHashSet();
            (left, stories) = (left - bytes, stories - 1);
        }

        return new HashSet<long>();
    }

    private static async Task<PageWeights> ReadAsync(FeedHubDb db, ChosenPage page, string which, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"{Sql} {which} GROUP BY s.Id";
        command.AddValue("$ids", StoredJson.Write(page.Places.Select(place => place.Id)));
        var weights = new PageWeights();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            weights._bytes[reader.GetInt64(0)] = reader.GetInt64(2);
            weights._leads[reader.GetInt64(0)] = reader.GetInt64(1);
        }

        return weights;
    }
}
