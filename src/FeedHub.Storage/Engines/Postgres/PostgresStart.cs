using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Brings the database up to date, one node at a time, joins the nodes, and takes the right to store if nobody has it.</summary>
internal sealed partial class PostgresStart(
    PostgresDatabase database, PostgresNodes nodes, ISettingsStore settings, IDataProtectionProvider protection, ILogger<PostgresStart> log)
    : IStorageStart
{
    /// <summary>The oldest version of the server whose words are used.</summary>
    private const int OldestServer = 14;

    /// <summary>How long a start waits for another that migrates.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>How long it waits for an owner that is about to end, or that ended and the server does not know it yet.</summary>
    private static readonly TimeSpan PatienceWithOwner = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            PrivateFiles.MakeFolder(database.Directory);
            Require();
            PoolerProbe.Refuse(database);
            await MigrateInTurnAsync(cancellation);
            await JoinAsync(cancellation);
        }
        catch (Exception error) when (error is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            throw new StartException(PostgresDatabase.Unusable(new(database.ReadingString), error), error);
        }
    }

    /// <inheritdoc/>
    public string? WhyNot(Exception error)
    {
        var cause = error;
        while (cause is not (null or NpgsqlException or OwnedByAnotherException))
            cause = cause.InnerException;
        return cause switch
        {
            OwnedByAnotherException or PostgresException { SqlState: EditFence.Replaced } =>
                $"Another node took the right to store in the database {database.Name} while this one started: start it again.",
            NpgsqlException away => PostgresDatabase.Unusable(new(database.ReadingString), away),
            _ => null,
        };
    }

    private void Require()
    {
        using var connection = PostgresDatabase.Open(database.DirectString);
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StartException(
                $"The server of {database.Name} is PostgreSQL {connection.PostgreSqlVersion}: FeedHub needs {OldestServer} or newer.");
        using var command = new NpgsqlCommand("SHOW server_encoding", connection);
        if (command.ExecuteScalar() is string encoding and not "UTF8")
            throw new StartException($"The database {database.Name} keeps text as {encoding}: make one with ENCODING 'UTF8'.");
    }

    // By trying and waiting: who waits inside a statement keeps a snapshot, and with it a migration from its end.
    private async Task MigrateInTurnAsync(CancellationToken cancellation)
    {
        using var turn = PostgresDatabase.Open(database.DirectString);
        using var lockIt = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", turn);
        lockIt.Parameters.Add(new() { Value = Ownership.Lock + 1 });
        var until = DateTime.UtcNow + Patience;
        while (lockIt.ExecuteScalar() is not true)
        {
            await Task.Delay(BetweenTries, cancellation);
            if (DateTime.UtcNow >= until)
                throw new StartException(
                    $"Another FeedHub has been migrating the database {database.Name} for {Patience.TotalHours} hours.");
        }

        await MigrateAsync(turn, cancellation);

        // Where there is no key yet, this makes one: nodes that start at once would make several.
        protection.CreateProtector("FeedHub.Nodes").Protect([]);
        WarnOfOrder(turn);
    }

    // Keys of names are in an index by the order of a library of the server: another release of it may order them otherwise.
    private void WarnOfOrder(NpgsqlConnection turn)
    {
        using var ask = new NpgsqlCommand(
            """
            SELECT collversion || ' ' || pg_collation_actual_version(oid) FROM pg_collation
            WHERE collname = 'nocase' AND collnamespace = current_schema()::regnamespace AND collversion <> pg_collation_actual_version(oid)
            """,
            turn);
        if (ask.ExecuteScalar() is string versions)
            LogOrder(versions);
    }

    private async Task MigrateAsync(NpgsqlConnection turn, CancellationToken cancellation)
    {
        await using var db = database.ContextToMigrate();

        // Else EF Core asks a table that is not there, and logs that as an error.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).FirstOrDefault() is { } newer)
            throw new StartException(
                $"The database {database.Name} was brought up to date by a newer FeedHub ({newer}): start that version, not this one.");
        if (known.Count == applied.Count)
            return;
        if (applied.Count > 0)
            RefuseBesideOthers(turn);
        await db.Database.MigrateAsync(cancellation);
    }

    // What an older version would do with tables of a newer one nobody has tried.
    private void RefuseBesideOthers(NpgsqlConnection turn)
    {
        using var there = new NpgsqlCommand("SELECT to_regclass('nodes') IS NOT NULL", turn);
        using var session = new NodeSession(database.DirectString);
        var others = there.ExecuteScalar() is true ? session.Others(database.Node.Run, PostgresNodes.Patience) : [];
        using var locked = new NpgsqlCommand($"SELECT count(*) FROM pg_locks WHERE {Ownership.OfLock}", turn);
        locked.Parameters.Add(new() { Value = Ownership.Lock });
        if (others.Count == 0 && locked.ExecuteScalar() is 0L)
            return;
        var names = others.Count == 0 ? "" : $" ({string.Join(", ", others.Select(node => $"{node.Name} {node.Version}"))})";
        throw new StartException(
            $"An older FeedHub runs on the database {database.Name}{names}, which this version has to change: stop all older nodes first.");
    }

    private async Task JoinAsync(CancellationToken cancellation)
    {
        using (var session = new NodeSession(database.DirectString))
        {
            session.Execute(NodeStatements.Forget, database.Node.Run, database.Node.Name, (long)PostgresNodes.Patience.TotalMilliseconds);
            for (var until = DateTime.UtcNow + PatienceWithOwner;
                !nodes.Beat(NodeReport.None).IsOwner && DateTime.UtcNow < until && !nodes.HasOwner();)
                await Task.Delay(BetweenTries, cancellation);
        }

        nodes.BeginSigns();
        if (settings is StoredSettings stored)
            stored.Epoch = () => database.Ownership.Epoch;

        // The holders of leases are gone: nobody else polls.
        if (!database.IsOwner)
            return;
        using var connection = PostgresDatabase.Open(database.DirectString);
        SourceLease.ReturnAll(connection);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The server orders words by another release of ICU than when the tables were made ({Versions}): say REINDEX DATABASE, "
            + "and ALTER COLLATION nocase REFRESH VERSION.")]
    private partial void LogOrder(string versions);
}
