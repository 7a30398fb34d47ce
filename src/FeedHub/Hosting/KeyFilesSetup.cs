using FeedHub.Storage.Files;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FeedHub.Hosting;

/// <summary>The keys that sessions are encrypted with, in the data directory beside the database.</summary>
internal static class KeyFilesSetup
{
    /// <summary>Adds their folder.</summary>
    public static void AddKeyFiles(this IServiceCollection services) =>
        services.AddOptions<KeyManagementOptions>().Configure<IDataDirectory, ILoggerFactory>((keys, data, loggers) =>
        {
            // FileSystemXmlRepository makes its files for their owner alone, but not their folder.
            var folder = Path.Combine(data.Directory, "keys");
            PrivateFiles.MakeFolder(folder);
            keys.XmlRepository = new FileSystemXmlRepository(new(folder), loggers);
        });
}
