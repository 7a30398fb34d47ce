using FeedHub.Model.Access;
using FeedHub.Model.Settings;
using FeedHub.Storage.Statements.Access;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>What a password turned out to be.</summary>
/// <param name="Role">The role that it gives; null: it is wrong.</param>
/// <param name="Wait">How long the client has to wait; the password was not looked at then.</param>
public readonly record struct PasswordAnswer(string? Role, TimeSpan Wait);

/// <summary>The passwords: of the settings, else the one that was set on a page.</summary>
public sealed class Passwords(
    IDbContextFactory<FeedHubDb> databases,
    ReadSessions database,
    IOptions<FeedHubOptions> options,
    SignInGuard guard,
    AuditLog audit,
    TimeProvider time) : IDisposable
{
    /// <summary>Fewest characters of a password that is set on a page.</summary>
    public const int Shortest = 10;

    private static readonly StoredPassword NoUser = new() { Role = Roles.Admin, Hash = "" };

    // OWASP's figure for PBKDF2 with SHA-512.
    private static readonly PasswordHasher<StoredPassword> Hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // One at a time: hashing is expensive by design, and attempts made at once must not get past the guard together.
    private readonly SemaphoreSlim _hashing = new(1);
    private StoredPassword? _stored;
    private byte[]? _lastRight;

    private AdminOptions Settings => options.Value.Admin;

    /// <summary>Whether an admin password is set in the settings.</summary>
    public bool IsInSettings => Settings.Password is { Length: > 0 };

    /// <summary>Whether there is a password for admins.</summary>
    public bool HasAdmin => IsInSettings || _stored is not null;

    /// <summary>Whether there is a password for the read-only role.</summary>
    public bool HasReadOnly => Settings.ViewPassword is { Length: > 0 };

    /// <summary>When the password was set on a page; null: it never was.</summary>
    public DateTimeOffset? StoredAt => _stored?.SetAt;

    /// <summary>Reads the one that was set on a page; at start, and where another node changed it.</summary>
    public void Load()
    {
        var stored = StoredAccess.Password(database, Roles.Admin);
        if (stored?.Hash != _stored?.Hash)
            _lastRight = null;
        _stored = stored;
    }

    /// <summary>What stands for a role's password in its sessions: they end once that is another one.</summary>
    public string MarkOf(string role) =>
        Secrets.MarkOf(role == Roles.Admin ? (IsInSettings ? Settings.Password : _stored?.Hash) : Settings.ViewPassword);

    /// <summary>Looks at a password that this client sent.</summary>
    public async Task<PasswordAnswer> CheckAsync(Guesser client, string password, CancellationToken cancellation)
    {
        if (guard.WaitOf(client) is var wait && wait > TimeSpan.Zero)
            return new(null, wait);
        if (AtOnce(password) is { } role)
            return Right(client, role);
        if (IsInSettings || _stored is null)
            return Wrong(client);
        await _hashing.WaitAsync(cancellation);
        try
        {
            wait = guard.WaitOf(client);
            return wait > TimeSpan.Zero ? new(null, wait) : IsStored(password) ? Right(client, Roles.Admin) : Wrong(client);
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <summary>All that is wrong with a new password, by its field.</summary>
    public static Dictionary<string, string> ProblemsOf(string password, string again)
    {
        var problems = new Dictionary<string, string>();
        if (password.Length < Shortest)
            problems["password"] = Say(
                $"The password is too short: write {Shortest} characters or more.",
                $"Kata sandi terlalu pendek: tulis {Shortest} karakter atau lebih.");
        if (password != again)
            problems["again"] = Say(
                "The two passwords are not the same: write the same one twice.",
                "Kedua kata sandi tidak sama: tulis yang sama dua kali.");
        return problems;
    }

    /// <summary>Sets the admin password.</summary>
    public async Task SetAsync(string password, CancellationToken cancellation)
    {
        var set = new StoredPassword { Role = Roles.Admin, Hash = Hasher.HashPassword(NoUser, password), SetAt = time.GetUtcNow() };
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.StoredPasswords.ExecuteUpdateAsync(
            update => update.SetProperty(p => p.Hash, set.Hash).SetProperty(p => p.SetAt, set.SetAt),
            cancellation) == 0)
        {
            db.StoredPasswords.Add(set);
            await db.SaveChangesAsync(cancellation);
        }

        (_stored, _lastRight) = (set, null);
        await audit.AddAsync(AuditArea.Access, "password set", null, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _hashing.Dispose();

    // What costs no hashing. All are compared, even after a match: the time tells nothing.
    private string? AtOnce(string password)
    {
        var isAdmin = Secrets.Same(password, Settings.Password) | (!IsInSettings && Secrets.IsDigestOf(_lastRight, password));
        var isReader = Secrets.Same(password, Settings.ViewPassword);
        return isAdmin ? Roles.Admin : isReader ? Roles.ReadOnly : null;
    }

    private bool IsStored(string password)
    {
        if (_stored is null || Hasher.VerifyHashedPassword(NoUser, _stored.Hash, password) == PasswordVerificationResult.Failed)
            return false;
        _lastRight = Secrets.DigestOf(password);
        return true;
    }

    private PasswordAnswer Right(Guesser client, string role)
    {
        // With the password of those who only look nobody may buy more guesses at the other one.
        if (role == Roles.Admin)
            guard.Succeeded(client);
        else
            guard.Recognised(client);
        return new(role, TimeSpan.Zero);
    }

    private PasswordAnswer Wrong(Guesser client)
    {
        guard.Failed(client);
        return new(null, TimeSpan.Zero);
    }
}
