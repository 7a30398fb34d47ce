using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Coverage;

/// <summary>Reports of one event come together a moment after they are stored, and stay so; admins correct it.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private EventNewsroom _papers = null!;

    public async Task InitializeAsync()
    {
        _papers = await EventNewsroom.BeginAsync();
        _papers.Serve("alpha", dam: 0, other: 0);
        _papers.Serve("beta", dam: 1, other: 1);
        _papers.Serve("gamma", dam: 2);
        _papers.Serve("delta", other: 2);
    }

    public async Task DisposeAsync() => await _papers.DisposeAsync();

    [Fact]
    public async Task ReportsOfOneEvent_AreToldOf_OnStoriesEntriesAndPages()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma", "delta");

        var id = await IdAsync(service, "alpha");
        var coverage = (await EventNewsroom.StoryOfAsync(service, "beta")).GetProperty("coverage");
        Assert.Equal((id, 3, 3), Read(coverage));
        Assert.Equal(JsonValueKind.Null, (await EventNewsroom.StoryOfAsync(service, "alpha", "other")).GetProperty("coverage").ValueKind);
        var entry = (await service.ItemsOf("/feed.json?source=gamma"))[0];
        Assert.Equal((id, 3, 3), Read(entry.GetProperty("_feedhub").GetProperty("coverage")));
        Assert.Contains("More on this: 3 from 3 papers", entry.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Contains($"/coverage/{id}\"", await service.Client.GetStringAsync("/feed.rss"), StringComparison.Ordinal);
        Assert.Contains("More on this: 3 from 3 papers", await service.Client.GetStringAsync("/"), StringComparison.Ordinal);

        var whole = await EventNewsroom.EventAsync(service, id);
        Assert.Equal(["alpha", "beta", "gamma"], EventNewsroom.SourcesOf(whole));
        var names = whole.GetProperty("why").GetProperty("names").EnumerateArray().Select(n => n.GetString()).ToList();
        Assert.Contains("Orvale", names);
        Assert.Contains("Ilse Marchetti", names);
        Assert.Contains("dam", whole.GetProperty("why").GetProperty("words").EnumerateArray().Select(w => w.GetString()));
    }

    [Fact]
    public async Task ThePageOfAnEvent_SaysWhoReportedWhenAndWhy_InBothLanguages()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma");
        var id = await IdAsync(service, "alpha");

        var page = await service.Client.GetStringAsync($"/coverage/{id}");
        foreach (
            var said in (string[])["3 stories from 3 papers", "Dam failure in Orvale", "Thousands flee", "Why these are together", "alpha"])
            Assert.Contains(said, page, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/coverage/{id}");
        request.Headers.Add("Accept-Language", "id");
        using var answer = await service.Client.SendAsync(request);
        Assert.Contains("3 berita dari 3 media", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var none in (string[])["/coverage/999", "/coverage/x", "/api/coverage/999"])
        {
            using var missing = await service.Client.GetAsync(none);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task AnEvent_KeepsItsId_ThroughARestart_AndWhenItsFirstStoryIsHiddenOrErased()
    {
        string id;
        await using (var service = await _papers.StartAsync())
        {
            await EventNewsroom.PollAsync(service, "alpha", "beta");
            id = await IdAsync(service, "alpha");
        }

        await using var again = await _papers.StartAsync();
        await EventNewsroom.PollAsync(again, "gamma");
        Assert.Equal(["alpha", "beta", "gamma"], EventNewsroom.SourcesOf(await EventNewsroom.EventAsync(again, id)));

        var first = (await EventNewsroom.StoryOfAsync(again, "alpha")).GetProperty("id").GetInt64();
        (await again.Client.PostAsJsonAsync($"/api/stories/{first}/hidden", new { reason = "no" })).EnsureSuccessStatusCode();
        await EventNewsroom.SortAsync(again);
        Assert.Equal((id, 2, 2), Read((await EventNewsroom.StoryOfAsync(again, "beta")).GetProperty("coverage")));
        (await again.Client.DeleteAsync($"/api/stories/{first}/hidden")).EnsureSuccessStatusCode();
        await EventNewsroom.SortAsync(again);
        Assert.Equal((id, 3, 3), Read((await EventNewsroom.StoryOfAsync(again, "beta")).GetProperty("coverage")));

        (await again.Client.DeleteAsync($"/api/stories/{first}")).EnsureSuccessStatusCode();
        await EventNewsroom.SortAsync(again);
        Assert.Equal(["beta", "gamma"], EventNewsroom.SourcesOf(await EventNewsroom.EventAsync(again, id)));
        Assert.Equal((id, 2, 2), Read((await EventNewsroom.StoryOfAsync(again, "gamma")).GetProperty("coverage")));
    }

    [Fact]
    public async Task AStoryTakenOut_StaysOut_AndGoesBackWhenItIsPutIn()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma");
        var id = await IdAsync(service, "alpha");
        var story = (await EventNewsroom.StoryOfAsync(service, "beta")).GetProperty("id").GetInt64();

        Assert.Equal(["alpha", "gamma"], EventNewsroom.SourcesOf(await DecideAsync(service, id, "split", story)));
        _papers.Serve("beta", dam: 1, more: " A bridge is closed.");
        await EventNewsroom.PollAsync(service, "beta");
        Assert.Equal(["alpha", "gamma"], EventNewsroom.SourcesOf(await EventNewsroom.EventAsync(service, id)));
        Assert.Equal(["alpha", "beta", "gamma"], EventNewsroom.SourcesOf(await DecideAsync(service, id, "join", story)));
    }

    [Fact]
    public async Task AStoryOfOtherWords_IsPutIn_AndStays_WhileWhatDoesNotFitIsRefused()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "delta");
        var id = await IdAsync(service, "alpha");
        var other = (await EventNewsroom.StoryOfAsync(service, "delta", "other")).GetProperty("id").GetInt64();

        Assert.Contains("delta", EventNewsroom.SourcesOf(await DecideAsync(service, id, "join", other)));
        _papers.Serve("delta", other: 2, more: " It was found on Sunday.");
        await EventNewsroom.PollAsync(service, "delta");
        Assert.Contains("delta", EventNewsroom.SourcesOf(await EventNewsroom.EventAsync(service, id)));
        foreach (var (told, story, status) in ((string, long, HttpStatusCode)[])[
            ("999", other, HttpStatusCode.NotFound), (id, 999, HttpStatusCode.NotFound)])
            await RefusedAsync(service, told, story, status);
    }

    [Fact]
    public async Task TheAddressOfAnEventThatWentIntoAnother_LeadsThere()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta");
        var id = await IdAsync(service, "alpha");
        var old = await service.Services.GetRequiredService<DatabaseWriter>().RunAsync(
            session => session.Scalar<long>(
                "INSERT INTO Events (Stories, Sources, LastAt, ChangedAt, IntoId) VALUES (0, 0, 0, 0, ?1) RETURNING Id",
                long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)),
            CancellationToken.None);
        using var answer = await service.Client.GetAsync($"/coverage/{old}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/coverage/{id}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task StoriesThatAreJoined_AreOneInTheEvent()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma");
        var id = await IdAsync(service, "alpha");
        var (one, other) = (await EventNewsroom.StoryOfAsync(service, "alpha"), await EventNewsroom.StoryOfAsync(service, "beta"));
        (await service.Client.PostAsJsonAsync(
            $"/api/stories/{one.GetProperty("id").GetInt64()}/join", new { story = other.GetProperty("id").GetInt64() }))
                .EnsureSuccessStatusCode();
        await EventNewsroom.SortAsync(service);
        Assert.Equal((id, 2, 3), Read((await EventNewsroom.StoryOfAsync(service, "gamma")).GetProperty("coverage")));
    }

    [Fact]
    public async Task WhatOneSourceAloneTellsOf_IsNoCoverage_UntilAnotherReportsIt()
    {
        _papers.Serve("alpha", dam: 0, other: 0, second: 1);
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha");
        Assert.Equal(JsonValueKind.Null, (await EventNewsroom.StoryOfAsync(service, "alpha")).GetProperty("coverage").ValueKind);
        Assert.Empty(await service.ItemsOf("/api/coverage"));
        foreach (var feed in (string[])["/feed.json?group=event", "/feed.json?order=top"])
            Assert.Equal(3, (await service.ItemsOf(feed)).Count);
        Assert.DoesNotContain("/coverage/", await service.Client.GetStringAsync("/"), StringComparison.Ordinal);

        await EventNewsroom.PollAsync(service, "gamma");
        var (_, stories, sources) = Read((await EventNewsroom.StoryOfAsync(service, "alpha")).GetProperty("coverage"));
        Assert.Equal((3, 2), (stories, sources));
        Assert.Equal(2, (await service.ItemsOf("/feed.json?group=event")).Count);
    }

    [Fact]
    public async Task TheListOfEvents_IsByTheirSources_InPages()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma", "delta");
        var list = await service.GetJsonAsync("/api/coverage?limit=1");
        var one = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal((await IdAsync(service, "alpha"), 3, 3), Read(one));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("next").ValueKind);
        foreach (var bad in (string[])["limit=0", "limit=x", "before=x"])
        {
            using var answer = await service.Client.GetAsync($"/api/coverage?{bad}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    internal static (string? Id, int Stories, int Sources) Read(JsonElement coverage) => (
        coverage.GetProperty("id").GetString(), coverage.GetProperty("stories").GetInt32(), coverage.GetProperty("sources").GetInt32());

    internal static async Task<string> IdAsync(TestService service, string paper) =>
        (await EventNewsroom.StoryOfAsync(service, paper)).GetProperty("coverage").GetProperty("id").GetString()!;

    private static async Task<JsonElement> DecideAsync(TestService service, string id, string verb, long story)
    {
        using var answer = await service.Client.PostAsJsonAsync($"/api/coverage/{id}/{verb}", new { story });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task RefusedAsync(TestService service, string id, long story, HttpStatusCode status)
    {
        using var answer = await service.Client.PostAsJsonAsync($"/api/coverage/{id}/join", new { story });
        Assert.Equal(status, answer.StatusCode);
    }
}
