using System.Diagnostics;
using System.Threading.Channels;
using System.Xml;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks;

/// <summary>The least that taking feeds in can cost: 32 downloads at a time, an XmlReader scan, one insert an item.</summary>
internal static class BareLoop
{
    private const int Downloads = 32;

    /// <summary>What is read of an item, in this order.</summary>
    internal static readonly string[] Columns = ["title", "link", "guid", "pubDate", "category", "description"];

    /// <summary>Runs it over these feeds into a new database; returns the items stored and the time taken.</summary>
    public static async Task<(int Items, TimeSpan Time)> RunAsync(IReadOnlyList<string> urls, string database)
    {
        var started = Stopwatch.GetTimestamp();
        using var http = new HttpClient();
        var scanned = Channel.CreateBounded<List<string?[]>>(Downloads);
        var writing = Task.Run(() => WriteAsync(scanned.Reader, database));
        await Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = Downloads }, async (url, cancellation) =>
        {
            await using var body = new MemoryStream(await http.GetByteArrayAsync(url, cancellation));
            await scanned.Writer.WriteAsync(Scan(body), cancellation);
        });
        scanned.Writer.Complete();
        return (await writing, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>The items of an RSS document, each by <see cref="Columns"/>.</summary>
    internal static List<string?[]> Scan(Stream body)
    {
        var rows = new List<string?[]>();
        using var xml = XmlReader.Create(body);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, Name: "item" })
                rows.Add(Row(xml));
        }

        return rows;
    }

    private static string?[] Row(XmlReader xml)
    {
        var row = new string?[Columns.Length];
        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Name == "item"))
        {
            if (xml.NodeType == XmlNodeType.Element && Array.IndexOf(Columns, xml.Name) is >= 0 and var column)
                row[column] = xml.ReadElementContentAsString();
            else
                xml.Read();
        }

        return row;
    }

    private static async Task<int> WriteAsync(ChannelReader<List<string?[]>> scanned, string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
        Execute(connection,
            "CREATE TABLE Items (Id INTEGER PRIMARY KEY, Title TEXT, Link TEXT, Guid TEXT UNIQUE, PubDate TEXT, Category TEXT, "
                + "Description TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText =
            "INSERT INTO Items (Title, Link, Guid, PubDate, Category, Description) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
        for (var i = 1; i <= Columns.Length; i++)
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        var stored = 0;
        await foreach (var rows in scanned.ReadAllAsync())
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                    insert.Parameters[i].Value = (object?)row[i] ?? DBNull.Value;
                stored += insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return stored;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
