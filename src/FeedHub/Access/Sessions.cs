using System.Collections.Concurrent;
using System.Security.Claims;
using FeedHub.Model.Access;
using FeedHub.Storage.Statements.Access;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Access;

/// <summary>Who is signed in, and where. A cookie is good only while its session is here: one that was signed out opens nothing
/// again.</summary>
public sealed class Sessions(
    IDbContextFactory<FeedHubDb> databases, ReadSessions database, SessionMarks marks, LastUses uses, INodes nodes, TimeProvider time)
{
    /// <summary>Name of the cookie's scheme.</summary>
    public const string Scheme = "session";

    /// <summary>A session that nobody uses ends after this.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    private const string MarkClaim = "mark";
    private const int LongestText = 200;

    private readonly ConcurrentDictionary<string, AdminSession> _live = [];
    private readonly EndedMeanwhile _ended = new();

    /// <summary>Every session, the last used first.</summary>
    public IReadOnlyList<AdminSession> All =>
        [.. _live.Values.Where(s => time.GetUtcNow() - s.SeenAt < Idle).OrderByDescending(s => s.SeenAt)];

    /// <summary>Reads them; at start, and where another node changed some.</summary>
    public void Load() => _ended.Read(() => (_live.Keys.ToList(), StoredAccess.Sessions(database)), read => Keep(read.Item1, read.Item2));

    private void Keep(List<string> known, IReadOnlyList<AdminSession> stored)
    {
        foreach (var session in stored)
            _live[session.Id] = session;
        foreach (var ended in known.Except(stored.Select(session => session.Id)))
            _live.TryRemove(ended, out _);
    }

    /// <summary>Begins a session; what is returned goes into the cookie.</summary>
    public async Task<ClaimsPrincipal> BeginAsync(HttpContext context, string name, string role, string by)
    {
        var secret = Secrets.New();
        var now = time.GetUtcNow();
        var session = new AdminSession
        {
            Id = Secrets.HashOf(secret),
            Name = name,
            Role = role,
            By = by,
            Address = context.Connection.RemoteIpAddress?.ToString(),
            Browser = context.Request.Headers.UserAgent.ToString() is { Length: > LongestText } agent
                ? agent[..LongestText]
                : context.Request.Headers.UserAgent.ToString(),
            BeganAt = now,
            SeenAt = now,
        };
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        db.AdminSessions.Add(session);
        await db.SaveChangesAsync(context.RequestAborted);
        await db.AdminSessions.Where(s => s.SeenAt < now - Idle).ExecuteDeleteAsync(context.RequestAborted);
        foreach (var old in _live.Values.Where(s => s.SeenAt < now - Idle))
            _live.TryRemove(old.Id, out _);
        _live[session.Id] = session;
        return new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, secret), new(ClaimTypes.Name, name), new(ClaimTypes.Role, role),
                new(MarkClaim, marks.Of(by, role))], Scheme));
    }

    /// <summary>The session of a cookie, noted as seen; null: it is over.</summary>
    public async Task<AdminSession?> FindAsync(ClaimsPrincipal? cookie, CancellationToken cancellation)
    {
        if (cookie is not null && nodes.HasOthers && (Of(cookie) is not { } known || !IsMarked(cookie, known)))
            Recall();
        if (Of(cookie) is not { } session)
            return null;
        if (!IsMarked(cookie!, session))
        {
            await EndAsync(session.Id, cancellation);
            return null;
        }

        if (uses.Due(session.SeenAt) is { } now)
            await NoteAsync(session, now, cancellation);
        return session;
    }

    /// <summary>The session of a cookie, whether still good or not.</summary>
    public AdminSession? Of(ClaimsPrincipal? cookie) =>
        cookie?.FindFirstValue(ClaimTypes.NameIdentifier) is { } secret ? _live.GetValueOrDefault(Secrets.HashOf(secret)) : null;

    /// <summary>Ends one session; false: there is none with this id.</summary>
    public async Task<bool> EndAsync(string id, CancellationToken cancellation)
    {
        if (!_live.ContainsKey(id))
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await _ended.EndAsync(
            () => _live.TryRemove(id, out _), () => db.AdminSessions.Where(s => s.Id == id).ExecuteDeleteAsync(cancellation));
        return true;
    }

    /// <summary>Ends every session: everybody signs in again. Returns how many there were.</summary>
    public async Task<int> EndAllAsync(CancellationToken cancellation)
    {
        var count = 0;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await _ended.EndAsync(_live.Clear, async () => count = await db.AdminSessions.ExecuteDeleteAsync(cancellation));
        return count;
    }

    // Another node may have begun it, or taken a new password, just now: who goes on to this node by a proxy is signed in here too.
    private void Recall()
    {
        marks.Recall();
        Load();
    }

    private bool IsMarked(ClaimsPrincipal cookie, AdminSession session) =>
        cookie.FindFirstValue(MarkClaim) == marks.Of(session.By, session.Role);

    private Task NoteAsync(AdminSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        session.SeenAt = now;
        return uses.StoreAsync(
            db => db.AdminSessions.Where(s => s.Id == session.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellation),
            cancellation);
    }
}
