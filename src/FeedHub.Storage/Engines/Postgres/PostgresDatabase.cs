using System.Data.Common;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>The PostgreSQL database: who connects to it, and how.</summary>
public sealed class PostgresDatabase : IWriterEngine, IReadingEngine, IDataDirectory, IDisposable
{
    /// <summary>Of a row of settings in <c>ConnectionStrings</c>: where readers go, perhaps past a pooler.</summary>
    private const string Usual = "FeedHub";

    /// <summary>Where the writer goes, and who migrates: to the server itself. Default: the same.</summary>
    private const string Straight = "FeedHubDirect";

    /// <summary>Connections of readers and of edits; what more of them want waits. Npgsql's own number is as many as a server
    /// has.</summary>
    private const int UsualPool = 30;

    private const int NpgsqlsPool = 100;

    /// <summary>Statements are written to go from key to key, as SQLite does. A server that planned one while its tables were empty would
    /// walk all of them until it has statistics; so would one over a list of keys that looks dearer than an index from end to end, which
    /// is what each costs from the disk. The walks that remain look expensive to the server, so it would compile them first: that is off
    /// too.</summary>
    private const string ByKeys = "SET enable_seqscan = off; SET random_page_cost = 0.1; SET jit = off";

    private readonly Ownership _ownership;
    private readonly YoungTables _young = new();
    private long _bytes;
    private long _edits;

    static PostgresDatabase() => SqlDialects.Add(typeof(NpgsqlConnection), PostgresDialect.Instance);

    /// <summary>Reads the connection strings.</summary>
    /// <exception cref="StartException">They are missing or cannot be read.</exception>
    public PostgresDatabase(IOptions<FeedHubOptions> options, IConfiguration configuration, NodeIdentity node)
    {
        Directory = Path.GetFullPath(options.Value.DataDirectory);
        var usual = UsualString(configuration);
        var straight = Read(configuration, Straight);
        var direct = straight ?? new NpgsqlConnectionStringBuilder(usual.ConnectionString);

        // What it would clean up is another's session by then, where a pooler gives each transaction any.
        usual.NoResetOnClose |= straight is not null;

        // Prepared statements stay with their connection, and one given up within a transaction must not go to others.
        // By its run a node that stalls is found and ended, with all that it holds.
        (usual.ApplicationName, direct.ApplicationName) = ($"FeedHub {node.Run}", $"FeedHub {node.Run}");
        (direct.Pooling, direct.MaxAutoPrepare, direct.KeepAlive, direct.TcpKeepAlive) = (false, 256, 10, true);
        (Name, ReadingString, DirectString) = (NameOf(usual), usual.ConnectionString, direct.ConnectionString);
        (Node, _ownership) = (node, new(this, node.Run));
    }

    /// <summary>This process.</summary>
    public NodeIdentity Node { get; }

    /// <summary>Whether this node stores, as far as it knows.</summary>
    public bool IsOwner => _ownership.IsOwner;

    /// <summary>What an admin calls it: the database and its server, nothing secret.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public string LastStory => """
        SELECT GREATEST((SELECT Value FROM Counters WHERE Name = 'stories.gone'), (SELECT coalesce(max(Id), 0) FROM Stories))
        """;

    /// <summary>The transaction that wrote the row last.</summary>
    public string StateOf(string row) => $"CAST(CAST({row}.xmin AS text) AS bigint)";

    /// <inheritdoc/>
    public string Place => $"in the database {Name}";

    /// <inheritdoc/>
    public IReadOnlyList<string> OpenToOthers => [];

    /// <summary>The folder for what is this machine's alone.</summary>
    public string Directory { get; }

    /// <summary>For readers, and for edits by people.</summary>
    public string ReadingString { get; }

    /// <summary>For the writer, and for who migrates.</summary>
    public string DirectString { get; }

    /// <summary>The size of the whole database, as it was when it was last known.</summary>
    public long Bytes => SettledBytes;

    /// <summary>The same: PostgreSQL's journal is the server's.</summary>
    public long SettledBytes
    {
        get
        {
            try
            {
                using var connection = Open(ReadingString);
                using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
                _bytes = (long)command.ExecuteScalar()!;
            }
            catch (NpgsqlException)
            {
                // Pages that show the size show the last one; that the server is away is said by those who need it.
            }

            return _bytes;
        }
    }

    /// <summary>Edits that this node made beside its writer.</summary>
    internal long EditsMade => Interlocked.Read(ref _edits);

    /// <summary>Called after each.</summary>
    internal Action? WhenEdited { get; set; }

    /// <summary>The right to store.</summary>
    internal Ownership Ownership => _ownership;

    /// <summary>Lets a context read here, and store what people edit.</summary>
    public DbContextOptionsBuilder<PostgresDb> Use(DbContextOptionsBuilder<PostgresDb> options) =>
        options.UseNpgsql(ReadingString).AddInterceptors(new StatementWords(), new EditFence(_ownership, Edited));

    /// <summary>A context that goes to the server itself, and has time: to migrate.</summary>
    internal PostgresDb ContextToMigrate() => new(
        new DbContextOptionsBuilder<PostgresDb>()
            .UseNpgsql(DirectString, server => server.CommandTimeout((int)TimeSpan.FromHours(6).TotalSeconds)).Options);

    /// <inheritdoc/>
    public DbConnection OpenForWriting() => _ownership.Take();

    /// <inheritdoc/>
    public DbConnection OpenForEditing() => Open(DirectString);

    /// <inheritdoc/>
    public DbConnection OpenForReading() => OpenForKeys();

    /// <inheritdoc/>
    public void TryReading()
    {
        using var connection = Open(ReadingString);
        using var command = new NpgsqlCommand("SELECT 1", connection);
        command.ExecuteScalar();
    }

    /// <inheritdoc/>
    public void Ended()
    {
        using var connection = new NpgsqlConnection(ReadingString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <inheritdoc/>
    public bool IsLost(DbConnection connection) => IsClosed(connection) || _ownership.IsVoid((NpgsqlConnection)connection);

    /// <inheritdoc/>
    public bool IsInTransaction(DbConnection connection) => !IsClosed(connection);

    /// <inheritdoc/>
    public bool StandsBy => !_ownership.IsOwner;

    /// <inheritdoc/>
    public long Hands => _ownership.Hands;

    /// <inheritdoc/>
    public void Begin(WriteSession session)
    {
        _young.Look(session);
        _ownership.Begin(session);
    }

    /// <summary>A node that does not store waits for the owner's transaction, and lets it begin none until its own has ended.</summary>
    public void BeginEdit(WriteSession session)
    {
        if (_ownership.IsOwner)
        {
            _ownership.Begin(session);
            return;
        }

        session.Execute("BEGIN");
        session.Scalar<long>("SELECT Epoch FROM Owner WHERE Id = 1 FOR UPDATE");
    }

    /// <inheritdoc/>
    public void Mark(WriteSession session, long request) =>
        session.Execute("UPDATE NodeRequests SET Changed = true WHERE Id = ?1 AND NOT Changed", request);

    /// <summary>Nothing to do: the journal is the server's.</summary>
    public void EmptyJournal()
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _ownership.Dispose();

    /// <inheritdoc/>
    public void Edited()
    {
        Interlocked.Increment(ref _edits);
        WhenEdited?.Invoke();
    }

    /// <summary>A connection of statements that look for rows by their keys.</summary>
    internal NpgsqlConnection OpenForKeys()
    {
        var connection = Open(DirectString);
        try
        {
            using var command = new NpgsqlCommand(ByKeys, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal static bool IsClosed(DbConnection connection) => connection.State != System.Data.ConnectionState.Open;

    internal static NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement on a connection of readers; every row, mapped.</summary>
    /// <param name="sql">In PostgreSQL's words.</param>
    /// <param name="map">Maps a row.</param>
    /// <param name="values">From <c>$1</c> on.</param>
    internal async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> map, params object[] values)
    {
        await using var connection = new NpgsqlConnection(ReadingString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await row.ReadAsync())
            rows.Add(map(row));
        return rows;
    }

    /// <summary>What an operator is told at a start.</summary>
    internal static string Unusable(NpgsqlConnectionStringBuilder server, Exception error) =>
        $"The database {NameOf(server)} cannot be used: {PostgresHealth.Words(error).TrimEnd('.')}. Look at ConnectionStrings:FeedHub and "
            + "at the server.";

    private static string NameOf(NpgsqlConnectionStringBuilder server) => $"{server.Database} on {server.Host}";

    /// <summary>The connection string of readers.</summary>
    /// <exception cref="StartException">It is missing or cannot be read.</exception>
    internal static NpgsqlConnectionStringBuilder UsualString(IConfiguration configuration) => Read(configuration, Usual)
        ?? throw new StartException($"FeedHub:Storage is postgres, and ConnectionStrings:{Usual} is missing. Set it to such as "
            + "\"Host=localhost;Database=feedhub;Username=feedhub;Password=…\", or leave FeedHub:Storage at sqlite.");

    private static NpgsqlConnectionStringBuilder? Read(IConfiguration configuration, string name)
    {
        if (configuration.GetConnectionString(name) is not { Length: > 0 } text)
            return null;
        try
        {
            var read = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(read.Host) || string.IsNullOrEmpty(read.Database))
                throw new StartException($"ConnectionStrings:{name} names no {(string.IsNullOrEmpty(read.Host) ? "Host" : "Database")}.");
            read.ApplicationName ??= "FeedHub";

            // Else readers alone could take all connections that a server usually has.
            if (read.MaxPoolSize == NpgsqlsPool)
                read.MaxPoolSize = UsualPool;
            return read;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartException($"ConnectionStrings:{name} cannot be read: {error.Message}", error);
        }
    }
}
