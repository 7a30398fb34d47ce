using FeedHub.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hosting;

/// <summary>Pages that are made before somebody asks for them.</summary>
public sealed class FirstViewsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/hangfire/help")]
    public async Task WhereSomebodyLooks_TheLargePagesAreMadeAhead(string page)
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        var views = service.Services.GetRequiredService<FirstViews>();
        using var stopping = new CancellationTokenSource();
        var making = views.PrepareAsync(stopping.Token);
        using (await service.Client.GetAsync("/feed.rss"))
        using (await service.Client.GetAsync("/"))
            Assert.False(making.IsCompleted);
        using (await service.Client.GetAsync(page))
            Assert.Equal(FirstViews.Pages.Select(_ => 200), await making);
    }

    [Fact]
    public async Task WhereNobodyLooks_ItEndsWithFeedHub()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        using var stopping = new CancellationTokenSource();
        var making = service.Services.GetRequiredService<FirstViews>().PrepareAsync(stopping.Token);
        await stopping.CancelAsync();
        Assert.Empty(await making);
    }
}
