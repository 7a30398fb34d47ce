using System.Data.Common;
using System.Runtime.CompilerServices;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Where the database is, and how it is opened.</summary>
public sealed class DatabaseFile : IWriterEngine, IReadingEngine, IDataDirectory, IDisposable
{
    /// <summary>Larger files are not checked page by page at start: it would take longer than a start may.</summary>
    private const long CheckedBytes = 256L * 1024 * 1024;

    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    private FileStream? _lock;

    /// <summary>The database of this data directory.</summary>
    public DatabaseFile(IOptions<FeedHubOptions> options)
    {
        SqliteLibrary.Configure();
        Directory = System.IO.Path.GetFullPath(options.Value.DataDirectory);
        Path = System.IO.Path.Combine(Directory, "feedhub.db");
        SearchPath = System.IO.Path.Combine(Directory, "search.db");
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = UriOf(Path), DefaultTimeout = 30 }.ToString();
    }

    /// <inheritdoc/>
    public string Directory { get; }

    /// <inheritdoc/>
    public string LastStory => """
        SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'Stories'), 0), coalesce((SELECT max(Id) FROM Stories), 0))
        """;

    /// <inheritdoc/>
    public string Place => $"in {Directory}";

    /// <inheritdoc/>
    public long SettledBytes => BytesOf(Path) + BytesOf(SearchPath);

    /// <inheritdoc/>
    public long Bytes => SettledBytes + BytesOf(Path + "-wal") + BytesOf(SearchPath + "-wal");

    /// <summary>The SQLite file, absolute.</summary>
    public string Path { get; }

    /// <summary>The file of the search index beside it, absolute.</summary>
    public string SearchPath { get; }

    /// <summary>For EF Core.</summary>
    public string ConnectionString { get; }

    /// <summary>What of the data other users of this machine may read, since FeedHub may not change it; after
    /// <see cref="Claim"/>.</summary>
    public IReadOnlyList<string> OpenToOthers { get; private set; } = [];

    /// <summary>Makes the directory and takes it for this process alone.</summary>
    /// <exception cref="StartException">It cannot be written, or another FeedHub uses it.</exception>
    public void Claim()
    {
        try
        {
            PrivateFiles.MakeFolder(Directory);
            _lock = PrivateFiles.Open(System.IO.Path.Combine(Directory, "feedhub.lock"), FileMode.OpenOrCreate, FileShare.None);
            OpenToOthers = PrivateFiles.NarrowAll(Directory);
        }
        catch (IOException error) when (IsLocked(error))
        {
            throw new StartException($"The data directory {Directory} is in use by another FeedHub. Stop that one, or set "
                + $"FeedHub:DataDirectory to another folder.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data directory {Directory} cannot be written: {error.Message} Make it writable, or set "
                + $"FeedHub:DataDirectory to another folder.", error);
        }
    }

    /// <summary>An open connection with the settings that every connection must have.</summary>
    public SqliteConnection Open() => Open(ConnectionString);

    // Not from the pool: a connection given up within a transaction would go back there, for others to write into that transaction.
    /// <inheritdoc/>
    public DbConnection OpenForWriting() => Open(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());

    /// <inheritdoc/>
    public DbConnection OpenForReading()
    {
        // What polls look up lies all over a large file: more pages than the upper ones of its indexes are hardly met again.
        var connection = OpenForWriting();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size=-4000";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    public DbConnection OpenForEditing() => OpenForWriting();

    /// <inheritdoc/>
    public bool IsLost(DbConnection connection) => false;

    /// <inheritdoc/>
    public void Begin(WriteSession session) => session.Execute("BEGIN IMMEDIATE");

    /// <inheritdoc/>
    public bool IsInTransaction(DbConnection connection) => raw.sqlite3_get_autocommit(((SqliteConnection)connection).Handle!) == 0;

    /// <inheritdoc/>
    public void EmptyJournal()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    /// <summary>Settings that SQLite keeps per connection; one that comes from the pool has them already.</summary>
    public static void Prepare(SqliteConnection connection)
    {
        if (!Prepared.TryAdd(connection.Handle!, connection.Handle!))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; "
            + "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=8000; PRAGMA secure_delete=ON;";
        command.ExecuteNonQuery();
    }

    /// <summary>An open connection with the settings that every connection must have.</summary>
    internal static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Prepare(connection);
        return connection;
    }

    /// <summary>Reads the file through before anything is written to it.</summary>
    /// <exception cref="StartException">It is damaged; it is left as it is.</exception>
    public void Check()
    {
        if (BytesOf(Path) == 0)
            return;
        try
        {
            if (Verdict(Path) is { } verdict)
                throw Damaged(verdict, null);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            throw Damaged(error.Message, error);
        }
    }

    /// <summary>Reads a file through; what is wrong with it, or null.</summary>
    internal static string? Verdict(string path)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = BytesOf(path) > CheckedBytes ? "SELECT count(*) FROM sqlite_schema" : "PRAGMA quick_check(1)";
        return command.ExecuteScalar() is string verdict and not "ok" ? verdict : null;
    }

    /// <summary>The path as a URI, as SQLite reads it (sqlite.org/uri.html): only then can it attach another file for reading
    /// alone.</summary>
    internal static string UriOf(string path)
    {
        var escaped = path.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3f", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal);
        return !OperatingSystem.IsWindows() ? $"file:{escaped}"
            : escaped.Replace('\\', '/') is var shared && shared.StartsWith("//", StringComparison.Ordinal) ? $"file://{shared}"
            : $"file:///{shared}";
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private static long BytesOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    // EWOULDBLOCK on Linux and macOS; a sharing violation on Windows.
    private static bool IsLocked(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    private StartException Damaged(string what, Exception? inner) => new(
        $"The database {Path} is damaged ({what.Trim()}). Nothing was written to it. Restore a backup with the command restore (it keeps "
            + $"the damaged file), or start with an empty data directory.", inner);
}
