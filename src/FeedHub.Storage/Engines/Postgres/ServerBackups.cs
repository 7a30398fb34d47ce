using FeedHub.Storage.Files;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Backups are the server's: FeedHub makes none, and says with which command they are made.</summary>
internal sealed class ServerBackups(PostgresDatabase database) : IBackups
{
    /// <inheritdoc/>
    public string Folder => database.Directory;

    /// <inheritdoc/>
    public int Keep => 0;

    /// <inheritdoc/>
    public BackupFailure? LastFailure => null;

    /// <inheritdoc/>
    public string? Command
    {
        get
        {
            var server = new NpgsqlConnectionStringBuilder(database.DirectString);
            return $"pg_dump --format=custom --file=feedhub.dump --host={server.Host} --port={server.Port} "
                + $"--username={server.Username ?? "feedhub"} {server.Database}";
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<BackupFile> All() => [];

    /// <inheritdoc/>
    public string? Find(string name) => null;

    /// <inheritdoc/>
    public bool Delete(string name) => false;

    /// <inheritdoc/>
    public Task<BackupFile> MakeAsync(CancellationToken cancellation) =>
        throw new BackupException($"Backups of {database.Name} are made with PostgreSQL's own tools: {Command}");
}
