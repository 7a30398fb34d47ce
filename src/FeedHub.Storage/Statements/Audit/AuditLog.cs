using FeedHub.Model.Access;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Audit;

/// <summary>
/// The record of every change: who, what, before and after. Edits of sources are written down by <see cref="SourceAudit"/> in the
/// transaction that makes them; what changes anything else says so here.
/// </summary>
public sealed class AuditLog(IDbContextFactory<FeedHubDb> databases, TimeProvider time)
{
    /// <summary>How long entries are kept; retention purges them.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private const int LongestTarget = 500;

    /// <summary>Writes down what the current actor did.</summary>
    public Task AddAsync(
        AuditArea area, string what, string? target, CancellationToken cancellation, IReadOnlyDictionary<string, string?>? before = null,
        IReadOnlyDictionary<string, string?>? after = null) =>
        AddAsync(EntryOf(Actor.Current, area, what, target, time.GetUtcNow(), before, after), cancellation);

    /// <summary>Writes down what somebody did who is not the current actor: one who is just signing in.</summary>
    public Task AddAsync(Actor actor, AuditArea area, string what, string? target, CancellationToken cancellation) =>
        AddAsync(EntryOf(actor, area, what, target, time.GetUtcNow()), cancellation);

    /// <summary>A page of entries, newest first.</summary>
    /// <param name="filter">Only these.</param>
    /// <param name="before">Only those older than the entry with this id; null: from the newest.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <param name="storedFor">What is stored of all that is shown with a word in it; null: words are looked for as they are
    /// stored.</param>
    /// <param name="partsFor">Parts of what is stored that are shown with a word in it; null: as for the former.</param>
    public async Task<IReadOnlyList<AuditEntry>> PageAsync(
        AuditFilter filter,
        long? before,
        int count,
        CancellationToken cancellation,
        Func<string, IReadOnlyList<string>>? storedFor = null,
        Func<string, IReadOnlyList<string>>? partsFor = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = Filtered(db.AuditEntries.AsNoTracking(), filter, storedFor ?? (_ => []), partsFor ?? (_ => []));
        if (before is not null)
            entries = entries.Where(e => e.Id < before);
        return await entries.OrderByDescending(e => e.Id).Take(count).ToListAsync(cancellation);
    }

    /// <summary>The names of those who did something, at most so many.</summary>
    public async Task<IReadOnlyList<string>> PeopleAsync(int most, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.AuditEntries.Select(e => e.Who).Distinct().OrderBy(who => who).Take(most).ToListAsync(cancellation);
    }

    private static IQueryable<AuditEntry> Filtered(
        IQueryable<AuditEntry> entries,
        AuditFilter filter,
        Func<string, IReadOnlyList<string>> storedFor,
        Func<string, IReadOnlyList<string>> partsFor)
    {
        if (filter.Area is { } area)
            entries = entries.Where(e => e.Area == area);
        if (filter.Who is { } who)
            entries = entries.Where(e => e.Who == who);
        if (filter.Target is { } target)
            entries = entries.Where(e => e.Target == target);
        if (filter.From is { } from)
            entries = entries.Where(e => e.At >= from);
        if (filter.To is { } to)
            entries = entries.Where(e => e.At < to);
        foreach (var word in filter.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var shown = storedFor(word);
            List<string> patterns = [.. partsFor(word).Prepend(word).Select(Pattern)];
#pragma warning disable CA1304, CA1311 // SQL's lower, which knows ASCII alone in both engines: LIKE tells case apart in one of them.
            entries = entries.Where(
                e => shown.Contains(e.What)
                    || patterns.Any(pattern => EF.Functions.Like(
                        (e.Who + " " + e.What + " " + (e.Target ?? "") + " " + (e.Address ?? "") + " "
                            + (string)(object)e.Before + " " + (string)(object)e.After).ToLower(),
                        pattern,
                        "\\")));
#pragma warning restore CA1304, CA1311
        }

        return entries;
    }

    /// <summary>Forgets entries that are older than they are kept, inside the writer's transaction; returns how many.</summary>
    internal static int Purge(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM AuditEntries WHERE At < ?1", now - Kept);

    internal static AuditEntry EntryOf(
        Actor actor,
        AuditArea area,
        string what,
        string? target,
        DateTimeOffset at,
        IReadOnlyDictionary<string, string?>? before = null,
        IReadOnlyDictionary<string, string?>? after = null)
    {
        actor.IsNoted = true;
        return new()
        {
            At = at,
            Who = actor.Name,
            Role = actor.Role,
            Address = actor.Address,
            Area = area,
            What = what,
            Target = target?.Length > LongestTarget ? target[..LongestTarget] + "…" : target,
            Before = before ?? AuditEntry.Nothing,
            After = after ?? AuditEntry.Nothing,
        };
    }

    private static string Pattern(string word) =>
        $"%{AsciiSmall(word).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)}%";

    private static string AsciiSmall(string word) =>
        string.Concat(word.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c));

    private async Task AddAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.AuditEntries.Add(entry);
        await db.SaveChangesAsync(cancellation);
    }
}
