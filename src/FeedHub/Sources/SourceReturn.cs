using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>
/// Sources that were deleted less than <see cref="DeletedSource.Kept"/> ago, while others are added: who adds such an address again gets
/// the source back as it was declared, with its id. Its items are gone; what its feed still lists comes back with the next poll, under
/// the ids that its stories had.
/// </summary>
internal sealed class SourceReturn
{
    private readonly Dictionary<string, DeletedSource> _byKey;

    private SourceReturn(IEnumerable<DeletedSource> deleted) => _byKey = deleted.ToDictionary(d => d.UrlKey);

    /// <summary>Those of these addresses that are still kept.</summary>
    public static async Task<SourceReturn> OfAsync(
        FeedHubDb db, IEnumerable<string?> urls, DateTimeOffset now, CancellationToken cancellation)
    {
        var keys = urls.OfType<string>().Where(url => SourceUrl.TryParse(url, out _)).Select(SourceUrl.Key).ToHashSet();
        var since = now - DeletedSource.Kept;
        var deleted = await db.DeletedSources.Where(d => d.DeletedAt >= since).ToListAsync(cancellation);
        return new(deleted.Where(d => keys.Contains(d.UrlKey)));
    }

    /// <summary>A new source as the edit says, or the deleted one with what the edit says besides.</summary>
    public Source New(FeedHubDb db, KnownSources known, SourceEdit edit, DateTimeOffset now)
    {
        if (_byKey.GetValueOrDefault(SourceUrl.Key(edit.Url!)) is not { } former)
        {
            var source = SourceFactory.New(edit.Url!, known.FreeSlug(edit.Declared.Title, edit.Url!), now);
            edit.ApplyTo(source, now);
            return source;
        }

        db.DeletedSources.Remove(former);
        return Back(former, edit, known.FreeSlug(former), now);
    }

    // A form says every property: one that it leaves as usual is not meant to take back what was declared.
    private static Source Back(DeletedSource former, SourceEdit edit, string slug, DateTimeOffset now)
    {
        var source = SourceFactory.New(edit.Url!, slug, now);
        former.Declared.Enabled = true;
        foreach (var property in SourceProperties.All)
            property.Declare(edit.Says(property) && !property.IsUsual(edit.Declared) ? edit.Declared : former.Declared, source, now);
        if (!edit.Says(SourceProperties.Headers))
            source.Declared.HeadersUrl = former.Declared.HeadersUrl;
        edit.ApplyHeadersTo(source);
        source.PinIdentity(edit.SaysIdentity ? edit.Identity : former.Identity);
        return source;
    }
}
