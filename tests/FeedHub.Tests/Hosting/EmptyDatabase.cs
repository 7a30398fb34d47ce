using FeedHub.Hosting;
using FeedHub.Storage.Engines.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hosting;

/// <summary>The database as a first start leaves it, made once by a first start: the migrations cost more than most tests.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

    /// <summary>Puts it into a data directory that does not exist yet; one that does is left as it is.</summary>
    public static async Task PutAsync(string directory)
    {
        if (Directory.Exists(directory))
            return;
        Directory.CreateDirectory(directory);
        await File.WriteAllBytesAsync(Path.Combine(directory, "feedhub.db"), await Made.Value);
    }

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TempFolder();
        await using (var app = Program.CreateBuilder([$"--FeedHub:DataDirectory={folder.Path}"]).BuildApp())
        {
            await app.Services.MigrateStorageAsync();
            await using var whole = app.Services.GetRequiredService<DatabaseFile>().Open();
            await using var command = whole.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(folder.File("feedhub.db"));
    }
}
