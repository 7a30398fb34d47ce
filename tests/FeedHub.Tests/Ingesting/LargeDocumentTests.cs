using FeedHub.Categories;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Ingesting;

/// <summary>A document of many items is stored by pieces, also where something changes meanwhile.</summary>
public sealed class LargeDocumentTests
{
    private const int Many = 1203;

    [Fact]
    public async Task ARuleThatChangesWhileADocumentWaits_HoldsForAllOfItsPieces_AndEachItemIsTakenInOnce()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(folder, Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha")));
        var writer = service.Services.GetRequiredService<DatabaseWriter>();
        HeldWriter? held = null;
        newsroom.Answer("/a", async context =>
        {
            held = await HeldWriter.HoldAsync(writer);
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Large());
        });

        var poll = service.PollAsync("alpha");
        await TestService.UntilAsync(() => Task.FromResult(held is null ? 0 : writer.Waiting), waiting => waiting > 0);
        service.Services.GetRequiredService<Taggers>()
            .Use([new CategoryRule { Slug = "zeppelins", Title = "Zeppelins", Any = ["zeppelin"] }]);
        held!.Release();

        Assert.Equal($"200, {Many} new", await poll);
        await using var db = await service.DatabaseAsync();
        Assert.Equal(Many, (await db.Listings.SingleAsync()).Items.Count);
        Assert.Equal(Many, await db.Set<StoryCategory>().CountAsync(c => c.Slug == "zeppelins"));
    }

    private static string Large() => Feeds.Rss("Alpha", Enumerable.Range(0, Many).Select(n =>
        new Written($"a{n}", $"https://alpha.example/{n}", $"Zeppelin {n} lands at gate {n * 7}", DateTimeOffset.UtcNow.AddMinutes(-n))));
}
