using FeedHub.Hosting;
using FeedHub.Storage.Engines.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hosting;

/// <summary>The database as a first start leaves it, made once by a first start: the migrations cost more than most tests.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<(byte[] Database, byte[] Index)>> Made = new(MakeAsync);

    /// <summary>Puts it into a data directory that does not exist yet; one that does is left as it is.</summary>
    public static async Task PutAsync(string directory)
    {
        if (Directory.Exists(directory))
            return;
        Directory.CreateDirectory(directory);
        var (database, index) = await Made.Value;
        await File.WriteAllBytesAsync(Path.Combine(directory, "feedhub.db"), database);
        await File.WriteAllBytesAsync(Path.Combine(directory, "search.db"), index);
    }

    private static async Task<(byte[] Database, byte[] Index)> MakeAsync()
    {
        using var folder = new TempFolder();
        await using (var app = Program.CreateBuilder([$"--FeedHub:DataDirectory={folder.Path}"]).BuildApp())
        {
            await app.Services.MigrateStorageAsync();
            app.Services.GetRequiredService<DatabaseFile>().EmptyJournal();
            app.Services.GetRequiredService<SearchFile>().EmptyJournal();
        }

        return (await File.ReadAllBytesAsync(folder.File("feedhub.db")), await File.ReadAllBytesAsync(folder.File("search.db")));
    }
}
