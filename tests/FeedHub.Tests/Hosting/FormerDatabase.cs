using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FeedHub.Tests.Hosting;

/// <summary>A database as a former version of FeedHub left it.</summary>
internal static class FormerDatabase
{
    /// <summary>Puts in place of the database of a service that has ended what that version would have had of it.</summary>
    public static async Task PutAsync(string file, string migration)
    {
        var former = file + ".former";
        await using (var db = new FeedHubDb(
            new DbContextOptionsBuilder<FeedHubDb>().UseSqlite($"Data Source={former};Pooling=False").Options))
        {
            await db.GetService<IMigrator>().MigrateAsync(migration);
        }

        await using (var connection = new SqliteConnection($"Data Source={former};Pooling=False;Foreign Keys=False"))
        {
            await connection.OpenAsync();
            Run(connection, $"ATTACH '{file}' AS present");
            foreach (var table in Run(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_*'"))
                Copy(connection, table);
            Run(connection, "DELETE FROM Counters WHERE Name GLOB 'stories.*'");
        }

        // Connections that wait to be used again have the file open that is replaced.
        SqliteConnection.ClearAllPools();
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(former, file, overwrite: true);
    }

    private static void Copy(SqliteConnection connection, string table)
    {
        var columns = string.Join(", ", Run(connection, $"SELECT name FROM pragma_table_info('{table}', 'main')").Select(c => $"\"{c}\""));
        Run(connection, $"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM present.{table}");
    }

    private static List<string> Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
