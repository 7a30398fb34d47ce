using System.Security.Cryptography;
using System.Text;
using FeedHub.Model.Categories;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reasons;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>
/// Asks for walks over the stored items when what decides their categories has changed. What is asked for stands in the database:
/// a change made while FeedHub was down is seen at its start, and a walk that a restart cut short goes on.
/// </summary>
public sealed class Retagging(IDbContextFactory<FeedHubDb> databases, Taggers taggers, IBackgroundJobClient jobs, TimeProvider time)
{
    private const int Kept = 20;

    /// <summary>Asks for a walk if rules or aliases are others than those of the last one; goes on with one that did not end.</summary>
    public async Task CheckAsync(Reason reason, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.Retags.AsNoTracking().Where(r => r.RulesHash != null).OrderByDescending(r => r.Id)
            .FirstOrDefaultAsync(cancellation);
        var hash = await RulesHashAsync(db, cancellation);
        if (last?.RulesHash != hash)
            await RequestAsync(
                db,
                new() { Reason = last is null ? Reason.Of(ReasonCode.FirstCategories) : reason, RulesHash = hash },
                cancellation);
        else if (await db.Retags.AnyAsync(r => r.FinishedAt == null, cancellation))
            Enqueue();
    }

    /// <summary>Asks for a walk over everything, changed or not.</summary>
    public async Task RequestAsync(Reason reason, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await RequestAsync(db, new() { Reason = reason, RulesHash = await RulesHashAsync(db, cancellation) }, cancellation);
    }

    /// <summary>Asks for a walk over the items of a source whose own categories changed.</summary>
    public async Task RequestAsync(Source source, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var reason = Reason.Of(ReasonCode.SourcesCategoriesChanged, source.DisplayTitle);
        await RequestAsync(db, new() { Reason = reason, SourceId = source.Id }, cancellation);
    }

    /// <summary>The newest walks, the last one asked for first.</summary>
    public async Task<IReadOnlyList<Retag>> LatestAsync(int count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Retags.AsNoTracking().OrderByDescending(r => r.Id).Take(count).ToListAsync(cancellation);
    }

    internal void Enqueue() => jobs.Enqueue<RetagJob>(job => job.RunAsync(null, CancellationToken.None));

    private async Task RequestAsync(FeedHubDb db, Retag retag, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        retag.RequestedAt = now;
        if (!await db.Items.AnyAsync(cancellation))
            retag.FinishedAt = now;
        await db.Retags.Where(r => r.FinishedAt == null && (retag.SourceId == null || r.SourceId == retag.SourceId))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.FinishedAt, now).SetProperty(r => r.Superseded, true), cancellation);
        db.Retags.Add(retag);
        await db.SaveChangesAsync(cancellation);
        await db.Retags.Where(r => r.FinishedAt != null && r.Id <= retag.Id - Kept && r.RulesHash == null)
            .ExecuteDeleteAsync(cancellation);
        await db.Retags.Where(
            r => r.FinishedAt != null && r.Id <= retag.Id - Kept && r.Id != db.Retags.Where(f => f.RulesHash != null).Max(f => f.Id))
                .ExecuteDeleteAsync(cancellation);
        if (retag.FinishedAt is null)
            Enqueue();
    }

    // Titles only name a category; all else decides who gets it.
    private async Task<string> RulesHashAsync(FeedHubDb db, CancellationToken cancellation)
    {
        var aliases = await db.PublisherAliases.AsNoTracking().Where(a => a.Slug != "").OrderBy(a => a.Word)
            .Select(a => new[] { a.Word, a.Slug })
            .ToListAsync(cancellation);
        var text = StoredJson.Write(taggers.Rules.Select(r => r with { Title = null })) + StoredJson.Write(aliases);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
