using System.Collections.Concurrent;
using FeedHub.Model.Access;
using FeedHub.Storage.Statements.Access;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>A key that has just been made.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Secret">The key itself, to be shown this once.</param>
public sealed record NewKey(long Id, string Name, string Secret);

/// <summary>The keys of programs: made, shown once, found by their hash, revoked.</summary>
public sealed class ApiKeys(
    IDbContextFactory<FeedHubDb> databases, ReadSessions database, AuditLog audit, LastUses uses, TimeProvider time)
{
    private const string Prefix = "fh_";
    private const int LongestName = 60;
    private const int MostKeys = 200;

    private readonly ConcurrentDictionary<string, ApiKey> _byHash = [];
    private readonly EndedMeanwhile _ended = new();

    /// <summary>Every key, by name.</summary>
    public IReadOnlyList<ApiKey> All => [.. _byHash.Values.OrderBy(k => k.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Reads them; at start, and where another node changed some.</summary>
    public void Load() => _ended.Read(() => (_byHash.Keys.ToList(), StoredAccess.Keys(database)), read => Keep(read.Item1, read.Item2));

    private void Keep(List<string> known, IReadOnlyList<ApiKey> stored)
    {
        foreach (var key in stored)
        {
            // A use that is being noted while they are read is not in what was read.
            if (_byHash.TryGetValue(key.Hash, out var held) && held.UsedAt is { } used && (key.UsedAt is null || used > key.UsedAt))
                key.UsedAt = used;
            _byHash[key.Hash] = key;
        }

        foreach (var revoked in known.Except(stored.Select(key => key.Hash)))
            _byHash.TryRemove(revoked, out _);
    }

    /// <summary>All that is wrong with a new key, by its field; by an empty name where it is of none.</summary>
    public IReadOnlyDictionary<string, string> ProblemsOf(string name, string role)
    {
        var problems = new Dictionary<string, string>();
        if (name.Length is 0 or > LongestName)
            problems["name"] = Say(
                $"write what the key is for, in at most {LongestName} characters",
                $"tulis kegunaan kunci ini, paling banyak {LongestName} karakter");
        else if (IsInUse(name))
            problems["name"] = Say(
                $"there is a key '{name}' already; choose another name, or revoke that one first",
                $"sudah ada kunci '{name}'; pilih nama lain, atau cabut kunci itu dulu");
        if (!Roles.IsRoleOfKey(role))
            problems["role"] = Say(
                $"write {Roles.Reader}, {Roles.ReadOnly} or {Roles.Admin}", $"tulis {Roles.Reader}, {Roles.ReadOnly}, atau {Roles.Admin}");
        if (_byHash.Count >= MostKeys)
            problems[""] = Say(
                $"There are {MostKeys} keys already; revoke one first.", $"Sudah ada {MostKeys} kunci; cabut satu dulu.");
        return problems;
    }

    /// <summary>Makes a key; returns it, to be shown this once, or what is wrong.</summary>
    public async Task<(NewKey? Key, string? Error)> AddAsync(string name, string role, CancellationToken cancellation)
    {
        if (ProblemsOf(name, role) is { Count: > 0 } problems)
            return (null, string.Join("; ", problems.Select(one => one.Key is "" ? one.Value : $"{one.Key}: {one.Value}")));
        var secret = Prefix + Secrets.New();
        var key = new ApiKey
        {
            Name = name,
            Hash = Secrets.HashOf(secret),
            Begins = secret[..8],
            Role = role,
            MadeAt = time.GetUtcNow(),
            MadeBy = Actor.Current.Name
        };
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellation);
        _byHash[key.Hash] = key;
        await audit.AddAsync(AuditArea.Access, "key made", name, cancellation, after: new Dictionary<string, string?> { ["role"] = role });
        return (new(key.Id, key.Name, secret), null);
    }

    /// <summary>Revokes a key; it opens nothing from now on, and what was subscribed to with it ends. False: there is none with this
    /// id.</summary>
    public async Task<bool> RevokeAsync(long id, CancellationToken cancellation)
    {
        if (_byHash.Values.FirstOrDefault(k => k.Id == id) is not { } key)
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await _ended.EndAsync(
            () => _byHash.TryRemove(key.Hash, out _), () => db.ApiKeys.Where(k => k.Id == id).ExecuteDeleteAsync(cancellation));
        await db.HubSubscribers.Where(s => s.KeyId == id).ExecuteDeleteAsync(cancellation);
        await db.HubRequests.Where(r => r.KeyId == id).ExecuteDeleteAsync(cancellation);
        await audit.AddAsync(
            AuditArea.Access,
            "key revoked",
            key.Name,
            cancellation,
            before: new Dictionary<string, string?> { ["role"] = key.Role });
        return true;
    }

    /// <summary>The key that this is, noted as used; null: there is no such key.</summary>
    public async Task<ApiKey?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (!_byHash.TryGetValue(Secrets.HashOf(secret), out var key))
            return null;
        if (uses.Due(key.UsedAt) is { } now)
            await NoteUseAsync(key, now, cancellation);
        return key;
    }

    /// <summary>Whether there is a key of this name already.</summary>
    public bool IsInUse(string name) => _byHash.Values.Any(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private Task NoteUseAsync(ApiKey key, DateTimeOffset now, CancellationToken cancellation)
    {
        key.UsedAt = now;
        return uses.StoreAsync(
            db => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.UsedAt, now), cancellation),
            cancellation);
    }
}
