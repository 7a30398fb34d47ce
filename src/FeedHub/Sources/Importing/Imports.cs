using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading.Opml;
using FeedHub.Syndication.Reasons;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Importing;

/// <summary>An import with some of its lines.</summary>
/// <param name="Import">How far it is.</param>
/// <param name="Counts">Lines by what came of them.</param>
/// <param name="Matching">Lines of the outcome that was asked for.</param>
/// <param name="Lines">One page of these, in their order.</param>
public sealed record ImportView(
    SourceImport Import,
    IReadOnlyDictionary<ImportOutcome, int> Counts,
    int Matching,
    IReadOnlyList<ImportLine> Lines);

/// <summary>Subscription lists that are imported: they stand in the database, so that one that a restart cut short goes on.</summary>
public sealed class Imports(
    IDbContextFactory<FeedHubDb> databases,
    ReadSessions database,
    FolderCategories categories,
    IBackgroundJobClient jobs,
    AuditLog audit,
    TimeProvider time)
{
    /// <summary>Bytes of a list at most.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Lines on one page.</summary>
    public const int PageSize = 200;

    private const int MostLines = 10_000;
    private const int Kept = 20;

    private readonly HashSet<long> _undone = [];

    /// <summary>Begins to take a list in; returns its import, or what is wrong with the list.</summary>
    public async Task<(SourceImport? Import, string? Error)> BeginAsync(OpmlList? list, string name, CancellationToken cancellation)
    {
        if (list is null)
            return (null, Say(
                "this is not OPML: export your subscriptions as OPML from your feed reader, and give that file",
                "ini bukan OPML: ekspor langganan Anda sebagai OPML dari pembaca feed, lalu berikan berkas itu"));
        var hasFeed = list.Lines.Any(line => line.XmlUrl.Length > 0);
        if (!hasFeed || list.Lines.Count > MostLines)
            return (null, !hasFeed
                ? Say(
                    "the list has no feed in it: each feed is an outline with an xmlUrl",
                    "tidak ada feed di daftar ini: setiap feed adalah outline dengan xmlUrl")
                : Say(
                    $"the list has {list.Lines.Count} lines; FeedHub takes {MostLines} at a time: cut it in parts",
                    $"daftar ini {list.Lines.Count} baris; FeedHub menerima {MostLines} sekali impor: bagi daftarnya"));
        var import = new SourceImport
        {
            RequestedAt = time.GetUtcNow(),
            Name = name,
            Total = list.Lines.Count,
            Note = list.Repairs.Count == 0 ? null : Reason.Of(ReasonCode.Notes, [.. list.Repairs])
        };
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancellation);
        foreach (var line in new ImportLines(categories).Of(list))
        {
            line.ImportId = import.Id;
            db.ImportLines.Add(line);
            import.Done += line.Outcome == ImportOutcome.Waiting ? 0 : 1;
        }

        await db.SaveChangesAsync(cancellation);
        await db.Imports.Where(i => i.Id <= import.Id - Kept && i.FinishedAt != null).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await audit.AddAsync(AuditArea.Sources, ImportAudit.Begun, ImportAudit.TargetOf(import.Id), CancellationToken.None);
        Enqueue(import.Id);
        return (import, null);
    }

    /// <summary>Goes on with what a restart cut short.</summary>
    public void Resume()
    {
        foreach (var id in UnfinishedImports.Ids(database))
            Enqueue(id);
    }

    /// <summary>The newest imports.</summary>
    public async Task<IReadOnlyList<SourceImport>> LatestAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Imports.AsNoTracking().OrderByDescending(i => i.Id).Take(Kept).ToListAsync(cancellation);
    }

    /// <summary>One import with a page of its lines, or null.</summary>
    public async Task<ImportView?> FindAsync(long id, ImportOutcome? outcome, int page, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } import)
            return null;
        var counts = await db.ImportLines.Where(l => l.ImportId == id).GroupBy(l => l.Outcome).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var lines = db.ImportLines.AsNoTracking().Where(l => l.ImportId == id && (outcome == null || l.Outcome == outcome));
        return new(
            import, counts, outcome is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(),
            await lines.OrderBy(l => l.Place).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation));
    }

    /// <summary>The sources that an import added and that are still there, and are not being deleted since it is undone: their public ids
    /// with their keys.</summary>
    public async Task<IReadOnlyDictionary<string, long>> AddedAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var added = await db.ImportLines.Where(l => l.ImportId == id && l.Outcome == ImportOutcome.Added)
            .Join(db.Sources, line => line.SourceSlug, source => source.Slug, (_, source) => new { source.Slug, source.Id })
            .Distinct().ToDictionaryAsync(source => source.Slug, source => source.Id, cancellation);
        lock (_undone)
            return added.Where(source => !_undone.Contains(source.Value)).ToDictionary();
    }

    /// <summary>Notes that these are being deleted, so that no second click deletes them; those that were not before.</summary>
    public IReadOnlyDictionary<string, long> Undo(IReadOnlyDictionary<string, long> added)
    {
        lock (_undone)
            return added.Where(source => _undone.Add(source.Value)).ToDictionary();
    }

    /// <summary>Notes that these are not being deleted any more: they are brought back.</summary>
    public void Redo(IReadOnlyDictionary<string, long> added)
    {
        lock (_undone)
            _undone.ExceptWith(added.Values);
    }

    private void Enqueue(long id) => jobs.Enqueue<ImportJob>(job => job.RunAsync(id, CancellationToken.None));
}
