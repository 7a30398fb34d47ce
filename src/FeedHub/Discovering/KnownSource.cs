using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Discovering;

/// <summary>Finds the source that has an address, and shows it as something found.</summary>
internal static class KnownSource
{
    private const int Shown = 5;

    /// <summary>The source that is polled there, with its kind and its newest items as they are stored; or null.</summary>
    public static async Task<FoundFeed?> FoundAsync(
        IDbContextFactory<FeedHubDb> databases, string url, CancellationToken cancellation)
    {
        if (await AtAsync(databases, url, cancellation) is not { } source)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var newest = await db.Items.AsNoTracking().Where(item => item.SourceId == source.Id).OrderByDescending(item => item.SortAt)
            .ThenByDescending(item => item.Id).Take(Shown).Select(item => new PreviewItem(item.Title, item.Url, item.PublishedAt))
            .ToListAsync(cancellation);
        return new(url)
        {
            Kind = Enum.Parse<FoundKind>(source.Declared.Kind.ToString()),
            Title = source.DisplayTitle,
            Language = source.Declared.Language ?? source.Feed.Language,
            Items = (int)Math.Min(source.ItemCount, int.MaxValue),
            Newest = newest,
            Source = source.Slug,
            Selectors = source.Declared.Selectors ?? source.Feed.FoundSelectors,
            Why = Spoken.Say("the address is a source already", "alamat ini sudah menjadi sumber"),
        };
    }

    /// <summary>The source that is polled there, or was before it moved; or null.</summary>
    public static async Task<Source?> AtAsync(IDbContextFactory<FeedHubDb> databases, string url, CancellationToken cancellation)
    {
        if (!SourceUrl.TryParse(url, out _))
            return null;
        var key = SourceUrl.Key(url);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.UrlKey == key || s.Polling.FormerUrl == url, cancellation);
    }
}
