using FeedHub.Storage.Files;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Icons in the database, where every node finds them.</summary>
internal sealed class IconTable(PostgresDatabase database) : IIconStore
{
    private const string Insert = """
        INSERT INTO sourceicons (slug, at, hash, bytes) VALUES ($1, $2, $3, $4)
        ON CONFLICT (slug) DO UPDATE SET at = excluded.at, hash = excluded.hash, bytes = excluded.bytes
        """;

    /// <inheritdoc/>
    public Dictionary<string, KnownIcon> Known() => Run("SELECT slug, at, hash FROM sourceicons", command =>
    {
        using var row = command.ExecuteReader();
        var known = new Dictionary<string, KnownIcon>();
        while (row.Read())
            known[row.GetString(0)] = new(
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetString(2));
        return known;
    });

    /// <inheritdoc/>
    public byte[]? Bytes(string slug) =>
        Run("SELECT bytes FROM sourceicons WHERE slug = $1", command => command.ExecuteScalar() as byte[], slug);

    /// <inheritdoc/>
    public void Put(string slug, KnownIcon icon, byte[]? bytes) =>
        Run(Insert, command => command.ExecuteNonQuery(), slug, icon.At.ToUnixTimeMilliseconds(), icon.Hash, bytes);

    /// <inheritdoc/>
    public void Touch(string slug, DateTimeOffset at) =>
        Run("UPDATE sourceicons SET at = $2 WHERE slug = $1", command => command.ExecuteNonQuery(), slug, at.ToUnixTimeMilliseconds());

    /// <inheritdoc/>
    public void Remove(string slug) =>
        Run("DELETE FROM sourceicons WHERE slug = $1", command => command.ExecuteNonQuery(), slug);

    /// <inheritdoc/>
    public void Tell() => database.Edited();

    private T Run<T>(string sql, Func<NpgsqlCommand, T> work, params object?[] values)
    {
        using var connection = PostgresDatabase.Open(database.ReadingString);
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return work(command);
    }
}
