using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks.Speed;

/// <summary>
/// The least that the same work can cost, as a process of its own so that its CPU is its own: conditional downloads 32 at a time, an
/// XmlReader, one insert an item into a table and into a full-text index. It goes through all addresses once; what it needs for the next
/// time stands beside its database.
/// </summary>
internal static class BarePipe
{
    private const int Downloads = 32;

    /// <summary>Runs once, and writes the CPU that it took; returns the exit code.</summary>
    public static async Task<int> RunAsync(string addresses, string database)
    {
        var urls = await File.ReadAllLinesAsync(addresses);
        var memory = database + ".validators";
        var validators = File.Exists(memory) ? await File.ReadAllLinesAsync(memory) : new string?[urls.Length];
        using var http = new HttpClient();
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        Prepare(connection);
        using var gate = new SemaphoreSlim(1);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, urls.Length), new ParallelOptions { MaxDegreeOfParallelism = Downloads }, async (n, _) =>
        {
            if (await FetchAsync(http, urls[n], validators, n) is not { } body)
                return;
            var rows = BareLoop.Scan(new MemoryStream(body));
            await gate.WaitAsync(CancellationToken.None);
            Store(connection, rows);
            gate.Release();
        });
        await File.WriteAllLinesAsync(memory, validators.Select(validator => validator ?? ""));
        Console.WriteLine(Environment.CpuUsage.TotalTime);
        return 0;
    }

    private static async Task<byte[]?> FetchAsync(HttpClient http, string url, string?[] validators, int n)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (validators[n] is { Length: > 0 } validator)
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(validator));
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotModified)
            return null;
        validators[n] = answer.Headers.ETag?.ToString();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static void Prepare(SqliteConnection connection)
    {
        Command(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL").ExecuteNonQuery();
        Command(connection,
            "CREATE TABLE IF NOT EXISTS Items (Id INTEGER PRIMARY KEY, Title TEXT, Link TEXT, Guid TEXT UNIQUE, PubDate TEXT, Category TEXT, Description TEXT); "
            + "CREATE VIRTUAL TABLE IF NOT EXISTS Words USING fts5(Text, content = '', tokenize = 'unicode61 remove_diacritics 2')")
                .ExecuteNonQuery();
    }

    private static void Store(SqliteConnection connection, List<string?[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = Command(connection,
            "INSERT INTO Items (Title, Link, Guid, PubDate, Category, Description) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING RETURNING Id");
        using var index = Command(connection, "INSERT INTO Words (rowid, Text) VALUES (?1, ?2)");
        for (var i = 1; i <= BareLoop.Columns.Length; i++)
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        index.Parameters.Add(new SqliteParameter { ParameterName = "?1" });
        index.Parameters.Add(new SqliteParameter { ParameterName = "?2" });
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                insert.Parameters[i].Value = (object?)row[i] ?? DBNull.Value;
            if (insert.ExecuteScalar() is not long id)
                continue;
            (index.Parameters[0].Value, index.Parameters[1].Value) = (id, $"{row[0]} {row[5]}");
            index.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
