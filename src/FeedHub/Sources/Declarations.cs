using FeedHub.Categories;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
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
/// holds the truth: an entry that says what it said before changes nothing, even if an admin changed the source since.
/// </summary>
public sealed class Declarations(
    IDbContextFactory<FeedHubDb> databases, ReadSessions database, Retagging retagging, TimeProvider time)
{
    /// <summary>Applies a valid file in one transaction.</summary>
    public Task<Applied> ApplyAsync(FeedsFile file, CancellationToken cancellation) => SaysTheSame(file)
        ? Task.FromResult(default(Applied))
        : SourceContention.RunAsync(() => TryAsync(file, cancellation));

    // As at most starts: then nothing need be compared with the sources.
    private bool SaysTheSame(FeedsFile file)
    {
        var known = DeclaredRows.Entries(database);
        var declared = file.Sources.Select(entry => (Key: SourceUrl.Key(entry.Url), entry.Hash)).ToHashSet();
        return known.Count == declared.Count && declared.All(entry => known.GetValueOrDefault(entry.Key) == entry.Hash);
    }

    private async Task<Applied> TryAsync(FeedsFile file, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = await db.Declarations.ToDictionaryAsync(d => d.UrlKey, cancellation);
        var sources = new KnownSources(await db.Sources.ToListAsync(cancellation));
        var declared = file.Sources.Select(e => SourceUrl.Key(e.Url)).ToHashSet();
        var withdrawn = known.Values.Where(d => !declared.Contains(d.UrlKey)).ToList();
        var moves = MovesOf(file, known, withdrawn, declared, sources);
        var applied = file.Sources.Aggregate(default(Applied), (sum, entry) => Apply(db, entry, known, moves, sources, sum));
        foreach (var gone in withdrawn)
            applied = applied with { Paused = applied.Paused + Withdraw(db, gone, declared) };
        var recategorised = db.ChangeTracker.Entries<Source>().Where(e => e.State == EntityState.Modified)
            .Where(e => e.ComplexProperty(s => s.Declared).Property(d => d.Categories).IsModified).Select(e => e.Entity).ToList();
        await db.SaveChangesAsync(cancellation);
        foreach (var source in recategorised)
            retagging.Request(source);
        return applied;
    }

    private static IReadOnlyDictionary<SourceEntry, Source> MovesOf(
        FeedsFile file, Dictionary<string, DeclaredEntry> known, List<DeclaredEntry> withdrawn, HashSet<string> declared,
        KnownSources sources)
    {
        bool IsNew(string key) => !known.ContainsKey(key) && sources.ByKey(key) is null;
        return DeclaredMoves.Find(
            [.. file.Sources.Where(entry => IsNew(SourceUrl.Key(entry.Url)))],
            [.. withdrawn.Select(gone => gone.Source).OfType<Source>().Where(source => !declared.Contains(source.UrlKey)).Distinct()]);
    }

    private Applied Apply(
        FeedHubDb db, SourceEntry entry, Dictionary<string, DeclaredEntry> known, IReadOnlyDictionary<SourceEntry, Source> moves,
        KnownSources sources, Applied applied)
    {
        var key = SourceUrl.Key(entry.Url);
        if (known.TryGetValue(key, out var declaration) && declaration.Hash == entry.Hash)
            return applied;

        // A source that moved is still known to the file by the address that the file has.
        var source = declaration?.Source ?? sources.ByKey(key) ?? moves.GetValueOrDefault(entry);
        var isNew = source is null;
        if (source is null)
        {
            source = sources.Add(SourceFactory.New(entry.Url, sources.FreeSlug(entry.Declared.Title, entry.Url), time.GetUtcNow()));
            db.Sources.Add(source);
        }

        var now = time.GetUtcNow();
        source.Change(() => Apply(entry, source, isMoved: moves.ContainsKey(entry), now), now);
        Declare(db, declaration, key, entry.Hash, source);
        return isNew ? applied with { Added = applied.Added + 1 } : applied with { Changed = applied.Changed + 1 };
    }

    private static void Apply(SourceEntry entry, Source source, bool isMoved, DateTimeOffset now)
    {
        if (isMoved)
            source.MoveTo(entry.Url, now);
        foreach (var property in SourceProperties.All.Where(p => !p.AreSame(entry.Declared, source.Declared)))
            property.Declare(entry.Declared, source, now);
    }

    private static void Declare(FeedHubDb db, DeclaredEntry? declaration, string key, string hash, Source source)
    {
        if (declaration is null)
            db.Declarations.Add(new() { UrlKey = key, Hash = hash, Source = source });
        else
            (declaration.Hash, declaration.Source) = (hash, source);
    }

    // Not if the file declares the source by the address to which it has moved meanwhile.
    private int Withdraw(FeedHubDb db, DeclaredEntry declaration, HashSet<string> declared)
    {
        db.Declarations.Remove(declaration);
        if (declaration.Source is not { Declared.Enabled: true } source || declared.Contains(source.UrlKey))
            return 0;
        source.Enable(false, time.GetUtcNow());
        return 1;
    }
}
