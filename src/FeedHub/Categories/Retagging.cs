using System.Security.Cryptography;
using System.Text;
using FeedHub.Model.Categories;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Categories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>
/// Asks for walks over the stored items when what decides their categories has changed. What is asked for stands in the database:
/// a change made while FeedHub was down is seen at its start, and a walk that a restart cut short goes on.
/// </summary>
public sealed class Retagging(
    IDbContextFactory<FeedHubDb> databases,
    ReadSessions database,
    LoneEdits edits,
    Taggers taggers,
    IBackgroundJobClient jobs,
    TimeProvider time)
{
    /// <summary>Asks for a walk if rules or aliases are others than those of the last one; goes on with one that did not end.</summary>
    public void Check(Reason reason)
    {
        var (last, hash) = (RetagRequests.LastHash(database), RulesHash());
        if (last != hash)
            Ask(new() { Reason = last is null ? Reason.Of(ReasonCode.FirstCategories) : reason, RulesHash = hash });
        else if (RetagRequests.IsAnyWaiting(database))
            Enqueue();
    }

    /// <summary>Asks for a walk over everything, changed or not.</summary>
    public void Request(Reason reason) => Ask(new() { Reason = reason, RulesHash = RulesHash() });

    /// <summary>Asks for a walk over the items of a source whose own categories changed.</summary>
    public void Request(Source source) =>
        Ask(new() { Reason = Reason.Of(ReasonCode.SourcesCategoriesChanged, source.DisplayTitle), SourceId = source.Id });

    /// <summary>The newest walks, the last one asked for first.</summary>
    public async Task<IReadOnlyList<Retag>> LatestAsync(int count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Retags.AsNoTracking().OrderByDescending(r => r.Id).Take(count).ToListAsync(cancellation);
    }

    internal void Enqueue() => jobs.Enqueue<RetagJob>(job => job.RunAsync(null, CancellationToken.None));

    private void Ask(Retag retag)
    {
        retag.RequestedAt = time.GetUtcNow();
        edits.Run(session => RetagRequests.Add(session, retag));
        if (retag.FinishedAt is null)
            Enqueue();
    }

    // Titles only name a category; all else decides who gets it. Those of drop rules name the rule on its items.
    private string RulesHash()
    {
        var aliases = AliasRows.All(database).Where(a => a.Slug.Length > 0).Select(a => new[] { a.Word, a.Slug });
        var text = StoredJson.Write(taggers.Rules.Select(r => r with { Title = null })) + StoredJson.Write(aliases)
            + (taggers.Drops.Rules.Count == 0 ? "" : StoredJson.Write(taggers.Drops.Rules))
            + (taggers.Threshold is { } least ? StoredJson.Write(least) : "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
