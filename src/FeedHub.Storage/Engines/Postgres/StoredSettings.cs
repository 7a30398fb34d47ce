using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>What admins have set on the dashboard, in the database.</summary>
/// <param name="configuration">Where the connection strings stand.</param>
public sealed class StoredSettings(IConfiguration configuration) : ISettingsStore
{
    /// <summary>The number under which this node stores; null, before a start knows it: what is written is not held to it.</summary>
    internal Func<long>? Epoch { get; set; }

    /// <inheritdoc/>
    public string Place => "The table of settings";

    /// <inheritdoc/>
    public string ProblemOf(Exception error) => error.Message;

    /// <inheritdoc/>
    public Dictionary<string, string?> Read() => Run(connection =>
    {
        using var there = new NpgsqlCommand("SELECT to_regclass('storedsettings') IS NOT NULL", connection);
        var settings = new Dictionary<string, string?>();

        // A first start has no tables yet.
        if (there.ExecuteScalar() is not true)
            return settings;
        using var command = new NpgsqlCommand("SELECT key, value FROM storedsettings", connection);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            settings.Add(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1));
        return settings;
    });

    /// <inheritdoc/>
    public void Write(IReadOnlyDictionary<string, string?> settings) => Run(connection =>
    {
        using var transaction = connection.BeginTransaction();
        Fence(connection);
        using var clear = new NpgsqlCommand("DELETE FROM storedsettings", connection);
        clear.ExecuteNonQuery();
        using var insert = new NpgsqlCommand(
            "INSERT INTO storedsettings (key, value) SELECT * FROM unnest($1::text[], $2::text[])", connection);
        insert.Parameters.Add(new() { Value = settings.Keys.ToArray() });
        insert.Parameters.Add(new() { Value = settings.Values.ToArray() });
        insert.ExecuteNonQuery();
        transaction.Commit();
        return true;
    });

    // A former owner that does not know it yet would undo what was set since; and its request is begun again by who stores now.
    private void Fence(NpgsqlConnection connection)
    {
        if (Epoch is null)
            return;
        using var fence = new NpgsqlCommand("SELECT feedhub_fence($1, $2)", connection);
        fence.Parameters.Add(new() { Value = Epoch() });
        fence.Parameters.Add(new() { Value = AskedRequest.Current ?? 0 });
        fence.ExecuteNonQuery();
    }

    private T Run<T>(Func<NpgsqlConnection, T> work)
    {
        try
        {
            using var connection = PostgresDatabase.Open(PostgresDatabase.UsualString(configuration).ConnectionString);
            return work(connection);
        }
        catch (StartException error)
        {
            throw new IOException(error.Message, error);
        }
        catch (PostgresException error) when (error.SqlState == EditFence.Replaced)
        {
            throw new IOException(error.MessageText, error);
        }
        catch (NpgsqlException error)
        {
            throw new IOException(PostgresDatabase.Unusable(PostgresDatabase.UsualString(configuration), error), error);
        }
    }
}
