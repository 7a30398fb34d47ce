using System.Globalization;
using FeedHub.Jobs;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Sources.Adding;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Importing;

/// <summary>Imports a list, some lines at a time; a line that is done is never done again.</summary>
[FailedForADay]
[Queue(LongWork.Queue)]
public sealed partial class ImportJob(
    IDbContextFactory<FeedHubDb> databases, BulkAdding adding, PollTrigger polling, IStorageHealth storage, AuditLog audit,
    TimeProvider time,
    ILogger<ImportJob> log)
{
    private const int Batch = 50;

    /// <summary>Imports it to its end; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Import a list of sources")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(long importId, CancellationToken cancellation) =>
        await (await ImportAudit.ActorAsync(audit, importId, cancellation)).ActAsync(() => ImportAsync(importId, cancellation));

    private async Task<string> ImportAsync(long importId, CancellationToken cancellation)
    {
        while (await NextAsync(importId, cancellation) > 0)
            polling.DispatchNow();
        return await FinishAsync(importId, cancellation);
    }

    private async Task<int> NextAsync(long importId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var lines = await db.ImportLines.Where(l => l.ImportId == importId && l.Outcome == ImportOutcome.Waiting).OrderBy(l => l.Place)
            .Take(Batch)
            .ToListAsync(cancellation);
        var results = await AddAsync(lines, cancellation);
        foreach (var (line, result) in lines.Zip(results))
            Note(line, result);

        // The sources are there, even if the rest fails: their lines must not be left waiting.
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(
            set => set.SetProperty(
                i => i.Done,
                i => db.ImportLines.Count(l => l.ImportId == importId && l.Outcome != ImportOutcome.Waiting)), CancellationToken.None);
        return lines.Count;
    }

    // Together, since that is faster; should anything of one line be too much for it, each line alone.
    private async Task<IReadOnlyList<EditResult>> AddAsync(IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        try
        {
            return await adding.AddAsync([.. lines.Select(ImportLines.EditOf)], cancellation);
        }
        catch (Exception error) when (IsTheLines(error))
        {
            var results = new List<EditResult>();
            foreach (var line in lines)
                results.Add(await AddAloneAsync(line, cancellation));
            return results;
        }
    }

    private async Task<EditResult> AddAloneAsync(ImportLine line, CancellationToken cancellation)
    {
        try
        {
            return (await adding.AddAsync([ImportLines.EditOf(line)], cancellation))[0];
        }
        catch (Exception error) when (IsTheLines(error))
        {
            LogRefused(line.ImportId, line.Place, error);
            return EditResult.Kept(EditOutcome.Invalid, null, () => Say(
                "FeedHub failed at this line, for a reason that its log has: it is left out",
                "FeedHub gagal pada baris ini, dengan sebab yang ada di lognya: baris ini dilewati"));
        }
    }

    // Not the end of the job, and nothing that would happen to every line: a full disk, a database that cannot be written.
    private bool IsTheLines(Exception error) => error is not OperationCanceledException && storage.ReasonOf(error) is null;

    private async Task<string> FinishAsync(long importId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        await db.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(set => set.SetProperty(i => i.FinishedAt, now), cancellation);
        var counts = await db.ImportLines.Where(l => l.ImportId == importId).GroupBy(l => l.Outcome)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        int Of(ImportOutcome outcome) => counts.GetValueOrDefault(outcome);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(ImportOutcome.Added)} added, {Of(ImportOutcome.Known)} known already, {Of(ImportOutcome.Refused)} refused");
    }

    private static void Note(ImportLine line, EditResult result)
    {
        (line.Outcome, line.SourceSlug) = (OutcomeOf(result), result.Source?.Slug);
        line.Words = ImportLines.Told(() => [result.InBoth?.ToString(), .. NotGiven(line, result), line.Words?.ToString()]);
    }

    // A source that was there before stays as it is.
    private static IEnumerable<string> NotGiven(ImportLine line, EditResult result)
    {
        if (result is not { Outcome: EditOutcome.Duplicate, Source: { } there })
            yield break;
        if (line.Categories.Except(there.Declared.Categories).ToList() is { Count: > 0 } more)
            yield return Say(
                $"its categories stay as they are, without {string.Join(", ", more)}",
                $"kategorinya tetap, tanpa {string.Join(", ", more)}");
        if (line.Folder is { } folder && folder != there.Declared.Folder)
            yield return there.Declared.Folder is { } kept
                ? Say($"its folder stays {kept}, not {folder}", $"foldernya tetap {kept}, bukan {folder}")
                : Say($"it stays outside of {folder}", $"tetap di luar {folder}");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Line {Place} of import {Import} could not be imported")]
    private partial void LogRefused(long import, int place, Exception error);

    private static ImportOutcome OutcomeOf(EditResult result) => result.Outcome switch
    {
        EditOutcome.Done => ImportOutcome.Added,
        EditOutcome.Duplicate => ImportOutcome.Known,
        _ => ImportOutcome.Refused,
    };
}
