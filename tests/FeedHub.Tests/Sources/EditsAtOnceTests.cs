using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Sources;

/// <summary>Edits of one source at the same time: each of them is there afterwards.</summary>
public sealed class EditsAtOnceTests : IDisposable
{
    private const int Editors = 12;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EditsThatNameTheirChange_AllHold_ThoughTheyShareAColumn()
    {
        await using var service = await StartAsync();
        var editing = service.Services.GetRequiredService<SourceEditing>();

        var results = await Task.WhenAll(Enumerable.Range(0, Editors).Select(i => Task.Run(() => editing.EditAsync(
            "alpha", new SourceEdit { HeaderChanges = new Dictionary<string, string?> { [$"X-Desk-{i}"] = $"{i}" } }, default))));

        Assert.All(results, result => Assert.Equal(EditOutcome.Done, result.Outcome));
        var source = await service.Services.GetRequiredService<SourceCatalogue>().FindAsync("alpha", default);
        Assert.Equal(Editors, source!.Declared.Headers.Count);
        Assert.Equal(Editors, source.Version);
        await using var db = await service.DatabaseAsync();
        Assert.Equal(Editors, await db.AuditEntries.CountAsync(e => e.What == "source changed"));
    }

    [Fact]
    public async Task EditsOfMany_AndOfOne_AndADeletion_DoNotFailForEachOther()
    {
        await using var service = await StartAsync();
        var catalogue = service.Services.GetRequiredService<SourceCatalogue>();
        var (editing, many) = (service.Services.GetRequiredService<SourceEditing>(), service.Services.GetRequiredService<SourceBulk>());
        var ids = (await catalogue.AllAsync(default)).Select(s => s.Id).ToList();

        var bulk = Enumerable.Range(0, Editors).Select(i => Task.Run(() => many.EditAsync(
            ids, new SourceEdit().Say(SourceProperties.Folder, $"Desk {i}"), default)));
        var single = Enumerable.Range(0, Editors).Select(i => Task.Run(() => editing.EditAsync(
            "beta", new SourceEdit().Say(SourceProperties.Title, $"Beta {i}"), default)));
        await Task.WhenAll([.. bulk, .. single, Task.Run(() => catalogue.DeleteAsync("alpha", default))]);

        var left = Assert.Single(await catalogue.AllAsync(default));
        Assert.StartsWith("Desk ", left.Declared.Folder, StringComparison.Ordinal);
        Assert.StartsWith("Beta ", left.Declared.Title, StringComparison.Ordinal);
        Assert.Equal(2 * Editors, left.Version);
    }

    [Fact]
    public async Task AnEditThatChangesNothing_IsNoNewVersion()
    {
        await using var service = await StartAsync();
        var catalogue = service.Services.GetRequiredService<SourceCatalogue>();
        await service.Services.GetRequiredService<SourceEditing>()
            .EditAsync("alpha", new SourceEdit().Say(SourceProperties.Title, "Alpha"), default);
        Assert.Equal(0, (await catalogue.FindAsync("alpha", default))!.Version);
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(
        Feeds.Source("http://127.0.0.1:9/a", "Alpha"), Feeds.Source("http://127.0.0.1:9/b", "Beta")));
}
