using FeedHub.Ingesting;
using FeedHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>What applying feeds.json did.</summary>
public readonly record struct Applied(int Added, int Changed, int Paused)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Added} added, {Changed} changed, {Paused} paused";
}

/// <summary>
/// Applies feeds.json to the sources: entries that are new or changed, and those that are gone. The file declares, the database
/// holds the truth: an entry that says what it said before changes nothing, whatever an admin did since.
/// </summary>
public sealed class Declarations(IDbContextFactory<FeedHubDb> databases, Taggers taggers, TimeProvider time)
{
    /// <summary>Applies a valid file in one transaction.</summary>
    public async Task<Applied> ApplyAsync(FeedsFile file, CancellationToken cancellation)
    {
        taggers.Use(file.Categories);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = await db.Declarations.ToDictionaryAsync(d => d.UrlKey, cancellation);
        var sources = await db.Sources.ToDictionaryAsync(s => s.Id, cancellation);
        var byKey = sources.Values.ToDictionary(s => s.UrlKey);
        var applied = default(Applied);
        foreach (var entry in file.Sources)
            applied = await ApplyAsync(db, entry, known, sources, byKey, applied, cancellation);
        var declared = file.Sources.Select(e => SourceUrl.Key(e.Url)).ToHashSet();
        foreach (var gone in known.Values.Where(d => !declared.Contains(d.UrlKey)))
            applied = applied with { Paused = applied.Paused + Withdraw(db, gone, sources) };
        await db.SaveChangesAsync(cancellation);
        return applied;
    }

    private async Task<Applied> ApplyAsync(
        FeedHubDb db,
        SourceEntry entry,
        Dictionary<string, DeclaredEntry> known,
        Dictionary<long, Source> sources,
        Dictionary<string, Source> byKey,
        Applied applied,
        CancellationToken cancellation)
    {
        var key = SourceUrl.Key(entry.Url);
        if (known.TryGetValue(key, out var declaration) && declaration.Fingerprint == entry.Fingerprint)
            return applied;

        // A source that moved is still known to the file by the address that the file has.
        var source = declaration?.SourceId is { } id ? sources.GetValueOrDefault(id) : byKey.GetValueOrDefault(key);
        var isNew = source is null;
        if (source is null)
        {
            source = SourceFactory.New(entry.Url, await SourceFactory.FreeSlugAsync(db, entry.Title, entry.Url, cancellation), time.GetUtcNow());
            db.Sources.Add(source);
        }

        Take(entry, source);
        if (isNew)
            await db.SaveChangesAsync(cancellation);
        Declare(db, declaration, key, entry.Fingerprint, source.Id);
        return isNew ? applied with { Added = applied.Added + 1 } : applied with { Changed = applied.Changed + 1 };
    }

    private void Take(SourceEntry entry, Source source)
    {
        (source.Title, source.Language, source.TimeZone, source.Interval) = (entry.Title, entry.Language, entry.TimeZone, entry.Interval);
        (source.Categories, source.Content, source.Headers) = (entry.Categories, entry.Content, entry.Headers);
        if (source.Enabled != entry.Enabled)
            source.Enable(entry.Enabled, time.GetUtcNow());
    }

    private static void Declare(FeedHubDb db, DeclaredEntry? declaration, string key, string fingerprint, long sourceId)
    {
        if (declaration is null)
            db.Declarations.Add(new() { UrlKey = key, Fingerprint = fingerprint, SourceId = sourceId });
        else
            (declaration.Fingerprint, declaration.SourceId) = (fingerprint, sourceId);
    }

    private int Withdraw(FeedHubDb db, DeclaredEntry declaration, Dictionary<long, Source> sources)
    {
        db.Declarations.Remove(declaration);
        if (declaration.SourceId is not { } id || !sources.TryGetValue(id, out var source) || !source.Enabled)
            return 0;
        source.Enable(false, time.GetUtcNow());
        return 1;
    }
}
