using System.Globalization;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Finds an item by what a person has of it: a number, a guid or an address.</summary>
public sealed class ItemFinder(IDbContextFactory<FeedHubDb> databases)
{
    /// <summary>By the number or address of its story here, by its id as published, or by its own address; null where there is
    /// none.</summary>
    public async Task<Item?> FindAsync(string text, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = StoryNumber(text.Trim()) is { } story
            ? await db.Stories.Where(s => s.Id == story).Select(s => (long?)s.LeadItemId).SingleOrDefaultAsync(cancellation)
            : await ByKeysAsync(db, text.Trim(), cancellation);
        return id is null ? null : await db.Items.AsNoTracking().Include(i => i.Source).SingleOrDefaultAsync(i => i.Id == id, cancellation);
    }

    private static long? StoryNumber(string text)
    {
        var start = text.LastIndexOf("/stories/", StringComparison.Ordinal);
        return long.TryParse(
            start < 0 ? text : text[(start + "/stories/".Length)..],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number) ? number : null;
    }

    // Keys are stored by source: with thousands of sources this is as many looks into one index.
    private static async Task<long?> ByKeysAsync(FeedHubDb db, string text, CancellationToken cancellation)
    {
        var asked = new ParsedItem { Id = text, Url = Uri.IsWellFormedUriString(text, UriKind.Absolute) ? text : null };
        var hashes = ItemIdentity.Identify([asked], IdentityPolicy.Guid).Items.SelectMany(i => i.Keys)
            .Where(k => k.Kind is KeyKind.Guid or KeyKind.Link).Select(k => k.Hash).ToList();
        var found = await db.Database.SqlQuery<long>(
            $"""
            SELECT k.ItemId AS Value FROM Sources s CROSS JOIN json_each({StoredJson.Write(hashes)}) j
            CROSS JOIN ItemKeys k ON k.SourceId = s.Id AND k.Hash = j.value WHERE k.ItemId IS NOT NULL LIMIT 1
            """).ToListAsync(cancellation);
        return found.Count == 0 ? null : found[0];
    }
}
