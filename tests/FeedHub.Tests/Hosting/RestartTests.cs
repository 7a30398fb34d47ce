namespace FeedHub.Tests.Hosting;

/// <summary>What a restart must neither forget nor repeat.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AfterARestart_ItemsAndIdsAreTheSame_AndNoSecondUnconditionalRequestIsMade()
    {
        _newsroom.Serve(
            "/a",
            Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "One"), new Written("2", "https://alpha.example/2", "Two")));
        string before;
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            before = (await service.GetJsonAsync("/api/stories")).GetRawText();
        }

        await using var again = await StartAsync();
        Assert.Equal(before, (await again.GetJsonAsync("/api/stories")).GetRawText().Replace(again.Address, "", StringComparison.Ordinal));
        Assert.Equal("304, nothing new", await again.PollAsync("alpha"));
        Assert.Equal([false, true], _newsroom.AskedFor("/a").Select(r => r.IsConditional));
    }

    [Fact]
    public async Task ASourceThatIsNotDue_IsNotAskedAfterARestart()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "One")));
        await using (var service = await StartAsync())
            await service.PollAsync("alpha");

        await using var again = await StartAsync(polling: true);
        _newsroom.Serve("/b", Feeds.Rss("Beta", new Written("b1", "https://beta.example/1", "One of beta")));
        using var added = await again.Client.PostAsync(
            "/api/sources",
            new StringContent($$"""{"url":"{{_newsroom.Url("/b")}}","title":"Beta"}""", null, "application/json"));
        await TestService.UntilAsync(() => Task.FromResult(_newsroom.AskedFor("/b").Count), count => count == 1);

        Assert.Single(_newsroom.AskedFor("/a"));
    }

    [Fact]
    public async Task ARestingSource_RestsOnAfterARestart()
    {
        _newsroom.Answer("/a", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        string? until;
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            until = (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("next_poll").GetString();
        }

        await using var again = await StartAsync();
        var source = await again.GetJsonAsync("/api/sources/alpha");
        Assert.Equal(("throttled", until), (source.GetProperty("state").GetString(), source.GetProperty("next_poll").GetString()));
        Assert.Contains("429", source.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private Task<TestService> StartAsync(bool polling = false) =>
        TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), polling: polling);
}
