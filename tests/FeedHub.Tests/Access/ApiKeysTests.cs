using FeedHub.Access;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Access;

public sealed class ApiKeysTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AUse_ThatIsNotStoredYetWhenKeysAreRead_IsKept()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        var keys = service.Services.GetRequiredService<ApiKeys>();
        var made = (await keys.AddAsync("Importer", "admin", CancellationToken.None)).Key!;
        await keys.FindAsync(made.Secret, CancellationToken.None);
        var used = keys.All.Single().UsedAt;
        await using (var db = await service.DatabaseAsync())
            await db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(key => key.UsedAt, (DateTimeOffset?)null));
        keys.Load();
        Assert.NotNull(used);
        Assert.Equal(used, keys.All.Single().UsedAt);
    }
}
