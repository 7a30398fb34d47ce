using System.Data.Common;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Moving;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>The <c>move-to postgres</c> command: the data directory's database goes into an empty one of PostgreSQL.</summary>
internal static class MoveCommand
{
    /// <summary>Moves; returns 0, or 1 after one clear line.</summary>
    public static async Task<int> RunAsync(string[] settings, TextWriter output, TextWriter errors)
    {
        try
        {
            if (Program.CreateBuilder(settings).Configuration.GetConnectionString("FeedHub") is null or "")
                throw new StartException("ConnectionStrings:FeedHub is missing: name the empty database with such as "
                    + "--ConnectionStrings:FeedHub=\"Host=localhost;Database=feedhub;Username=feedhub;Password=…\".");
            await using var app = Program.CreateBuilder([.. settings, $"--FeedHub:Storage={FeedHubOptions.Postgres}"]).BuildApp();
            using var source = new DatabaseFile(app.Services.GetRequiredService<IOptions<FeedHubOptions>>());
            if (!File.Exists(source.Path))
                throw new StartException($"There is no {source.Path}: name the data directory with --FeedHub:DataDirectory.");
            source.Claim();
            await app.Services.MigrateStorageAsync();
            if (!app.Services.GetRequiredService<INodes>().IsOwner)
                throw new StartException("Another FeedHub runs on that PostgreSQL database: stop it first.");
            output.WriteLine(Move(source, app.Services, output));
            output.WriteLine("Start FeedHub with FeedHub:Storage=postgres from now on. The data directory is unchanged; icons stay in it.");
            return 0;
        }
        catch (Exception error) when (error is StartException or OptionsValidationException or IOException or DbException)
        {
            errors.WriteLine($"move-to: {error.Message}");
            return 1;
        }
    }

    // Its sign of life goes with it, so that the next start does not wait for it.
    private static string Move(DatabaseFile source, IServiceProvider services, TextWriter output)
    {
        try
        {
            return new DatabaseMove(source, services.GetRequiredService<PostgresDatabase>(), output.WriteLine).Run();
        }
        catch (DbException error) when (services.GetRequiredService<IStorageStart>().WhyNot(error) is { } words)
        {
            throw new StartException($"{words} Nothing was moved.", error);
        }
        finally
        {
            services.GetRequiredService<INodeWork>().Leave();
        }
    }
}
