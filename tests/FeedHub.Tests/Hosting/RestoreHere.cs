using FeedHub.Hosting;
using FeedHub.Storage.Files;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hosting;

/// <summary>The <c>restore</c> command without a process of its own, which costs more than what it does; BackupTests has it with
/// one.</summary>
internal static class RestoreHere
{
    private static readonly Lazy<Task<byte[]>> Empty = new(MakeAsync);

    /// <summary>Restores a file of the folder into its data directory; returns what is printed.</summary>
    public static string Run(TempFolder folder, string file, int expected = 0)
    {
        SqliteConnection.ClearAllPools();
        using var output = new StringWriter();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("FeedHub:DataDirectory", folder.File("data"))])
            .Build();
        var code = RestoreCommand.Run(settings, folder.File(file), output, output);
        Assert.True(expected == code, output.ToString());
        return output.ToString();
    }

    /// <summary>Makes a backup now, and copies it to a file of the folder.</summary>
    public static async Task BackUpAsync(TestService service, string to)
    {
        var backups = service.Services.GetRequiredService<IBackups>();
        File.Copy(backups.Find((await backups.MakeAsync(CancellationToken.None)).Name)!, to, overwrite: true);
    }

    /// <summary>Puts a database as a first start leaves it into the folder's data directory, and a backup of such a one beside
    /// it.</summary>
    public static async Task PutAsync(TempFolder folder, string backup)
    {
        await EmptyDatabase.PutAsync(folder.File("data"));
        await File.WriteAllBytesAsync(folder.File(backup), await Empty.Value);
    }

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(folder, Feeds.Json());
        await BackUpAsync(service, folder.File("away.db"));
        return await File.ReadAllBytesAsync(folder.File("away.db"));
    }
}
