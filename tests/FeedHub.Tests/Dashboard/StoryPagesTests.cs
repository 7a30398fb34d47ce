using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Publishing.Search;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Dashboard;

/// <summary>The dashboard's pages of stories over plain HTTP: what they show, and that one click splits and joins.</summary>
public sealed partial class StoryPagesTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        string[] sources = ["alpha", "beta"];
        foreach (var source in sources)
            _newsroom.Serve($"/{source}", Feeds.Rss(source, new Written(
                $"{source}-1",
                $"https://{source}.example/1",
                $"Banjir <b>{source}</b>".Replace("<", "&lt;", StringComparison.Ordinal),
                DateTimeOffset.UtcNow.AddHours(-2),
                Told.Html(Told.Flood))));
        _service = await TestService.StartAsync(
            _folder,
            Feeds.Json(sources.Select(source => Feeds.Source(_newsroom.Url($"/{source}"), source))));
        foreach (var source in sources)
            await _service.PollAsync(source);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AMerge_IsShownWithItsScore_SplitByOneClick_AndJoinedAgain()
    {
        var page = await _service.Client.GetStringAsync("/hangfire/stories");
        Assert.Contains("2 items became 1 story.", page, StringComparison.Ordinal);
        var split = SplitForm().Match(page);
        Assert.True(split.Success, page);

        var own = await PostAsync(split.Groups[1].Value, ("item", split.Groups[2].Value));
        Assert.Matches("^/hangfire/stories/[0-9]+\\?done=split$", own);
        Assert.Equal(2, (await _service.ItemsOf("/api/stories")).Count);
        Assert.Contains("story of its own", await _service.Client.GetStringAsync(own), StringComparison.Ordinal);

        await PostAsync("/hangfire/stories/join", ("story", "1"), ("with", $"http://localhost/stories/{own.Split('/', '?')[3]}/"));
        Assert.Single(await _service.ItemsOf("/api/stories"));
        Assert.Equal(2, (await _service.Client.GetStringAsync("/hangfire/stories/labels.jsonl")).Count(c => c == '\n'));
    }

    [Fact]
    public async Task ASplit_AndAJoin_AreTakenBack_AndBothStoriesAreShown()
    {
        var split = SplitForm().Match(await _service.Client.GetStringAsync("/hangfire/stories"));
        var own = await PostAsync(split.Groups[1].Value, ("item", split.Groups[2].Value));
        var page = await _service.Client.GetStringAsync(own);
        Assert.Contains("Somebody split it from", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/hangfire/stories/1\"", page, StringComparison.Ordinal);
        await PostAsync("/hangfire/undo");
        Assert.Single(await _service.ItemsOf("/api/stories"));
        page = await _service.Client.GetStringAsync("/hangfire/stories/1");
        Assert.DoesNotContain("joined by an admin", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", await LabelsAsync());

        split = SplitForm().Match(await _service.Client.GetStringAsync("/hangfire/stories/1"));
        own = await PostAsync(split.Groups[1].Value, ("item", split.Groups[2].Value));
        var (entries, labels) = (await EntriesAsync(), await LabelsAsync());
        await PostAsync("/hangfire/stories/join", ("story", "1"), ("with", own.Split('/', '?')[3]));
        Assert.Single(await _service.ItemsOf("/api/stories"));
        await PostAsync("/hangfire/undo");
        Assert.Equal(2, entries.Count);
        Assert.Equal(entries, await EntriesAsync());
        Assert.Equal(labels, await LabelsAsync());
        Assert.Contains("Somebody split it from", await _service.Client.GetStringAsync(own), StringComparison.Ordinal);
        var log = await _service.Client.GetStringAsync("/hangfire/audit?area=Stories");
        Assert.Contains("took back the split of", log, StringComparison.Ordinal);
        Assert.Contains("took back the join into", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJoinOfStoriesThatNobodySplit_IsTakenBack_WithTheirEntriesAndPlaces()
    {
        _newsroom.Serve("/alpha", Feeds.Rss("alpha", new Written(
            "alpha-2", "https://alpha.example/2", "Harbour", DateTimeOffset.UtcNow.AddHours(-1), Told.Html(Told.Harbour))));
        await _service.PollAsync("alpha");
        var entries = await EntriesAsync();
        var other = entries.Single(e => !e.Contains("\"1\"", StringComparison.Ordinal));

        await PostAsync("/hangfire/stories/join", ("story", "1"), ("with", other.Split('"')[1]));
        Assert.Single(await EntriesAsync());
        var both = await _service.Client.GetStringAsync(await PostAsync("/hangfire/undo"));
        Assert.Contains("The other story: <a href=\"/hangfire/stories/", both, StringComparison.Ordinal);
        Assert.Contains(">Harbour</bdi>", both, StringComparison.Ordinal);
        Assert.Contains("<strong><a href=\"/hangfire/sources/alpha\">", both, StringComparison.Ordinal);

        Assert.Equal(entries, await EntriesAsync());
        Assert.Equal("", await LabelsAsync());
        foreach (var story in (string[])["1", other.Split('"')[1]])
            Assert.DoesNotContain(
                "Somebody split it", await _service.Client.GetStringAsync($"/hangfire/stories/{story}"), StringComparison.Ordinal);
    }

    private Task<string> LabelsAsync() => _service.Client.GetStringAsync("/hangfire/stories/labels.jsonl");

    // Number, entry's id and place of each story.
    private async Task<List<string>> EntriesAsync()
    {
        await using var db = await _service.DatabaseAsync();
        return [.. db.Stories.OrderBy(s => s.Id).AsEnumerable().Select(s => $"\"{s.Id}\" {s.EntryId} {s.SortAt:O} {s.FirstSeenAt:O}")];
    }

    [Fact]
    public async Task StoriesAreFoundByWords_JoinedByTickingTwo_CorrectedAndHidden()
    {
        await _service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
        var found = await _service.Client.GetStringAsync("/hangfire/stories?q=banjir");
        Assert.Contains("name=\"pick\" value=\"1\"", found, StringComparison.Ordinal);
        Assert.Contains(
            "No story that readers see", await _service.Client.GetStringAsync("/hangfire/stories?q=gempa"), StringComparison.Ordinal);

        var split = SplitForm().Match(found);
        var own = await PostAsync(split.Groups[1].Value, ("item", split.Groups[2].Value));
        var other = own.Split('/', '?')[3];
        using var one = await _service.SendFormAsync("/hangfire/stories", "/hangfire/stories/join-picked", ("pick", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, one.StatusCode);
        Assert.Equal("/hangfire/stories/1?done=joined", await PostAsync("/hangfire/stories/join-picked", ("pick", "1"), ("pick", other)));

        Assert.Equal("/hangfire/stories/1?done=corrected#categories", await PostAsync(
            "/hangfire/categories/correct", ("story", "1"), ("back", "story"), ("primary", "sport")));
        Assert.Contains("sport", await _service.Client.GetStringAsync("/hangfire/stories/1"), StringComparison.OrdinalIgnoreCase);
        await PostAsync("/hangfire/stories/1/hide");
        Assert.Empty(await _service.ItemsOf("/api/stories"));
    }

    [Theory]
    [InlineData("/hangfire/stories/1/split", "item", "x")]
    [InlineData("/hangfire/stories/join", "story", "none")]
    [InlineData("/hangfire/stories/999/split", "item", "1")]
    [InlineData("/hangfire/stories/doubts/999/confirm", "x", "x")]
    public async Task AFormThatMeansNothing_IsSaidSoOnThePage(string action, string name, string value)
    {
        using var answer = await SendAsync(action, [(name, value)], await TokenAsync());
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
        Assert.Contains("Nothing was done", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await _service.ItemsOf("/api/stories"));
    }

    [Fact]
    public async Task WithoutItsToken_AFormChangesNothing()
    {
        using var answer = await SendAsync("/hangfire/stories/1/split", [("item", "2")], "forged");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(await _service.ItemsOf("/api/stories"));
    }

    [Fact]
    public async Task ThePages_AreForAdmins()
    {
        foreach (var page in (string[])["/hangfire/stories", "/hangfire/stories/1", "/hangfire/stories/labels.jsonl"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
            using var answer = await _service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task AnIdentityThatAnAdminPins_StaysAgainstWhatTheGuidsProve_AndIsGivenBack()
    {
        _newsroom.Serve("/alpha", Feeds.Rss("alpha", Enumerable.Range(1, 3)
            .Select(n => new Written("same", $"https://alpha.example/p{n}", $"Piece {n}", DateTimeOffset.UtcNow.AddHours(-n)))));
        await PatchAsync("\"guid\"");
        await _service.PollAsync("alpha");
        Assert.Equal(("guid", true), await IdentityAsync());

        await PatchAsync("null");
        _newsroom.Serve("/alpha", Feeds.Rss("alpha", Enumerable.Range(1, 4)
            .Select(n => new Written("same", $"https://alpha.example/p{n}", $"Piece {n}", DateTimeOffset.UtcNow.AddHours(-n)))));
        await _service.PollAsync("alpha");
        Assert.Equal(("link", false), await IdentityAsync());
        Assert.Contains(
            "different items share the guid",
            await _service.Client.GetStringAsync("/hangfire/sources/alpha"),
            StringComparison.Ordinal);
    }

    private async Task PatchAsync(string identity)
    {
        using var answer = await _service.Client
            .PatchAsync("/api/sources/alpha", new StringContent($$"""{ "identity": {{identity}} }""", null, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<(string?, bool)> IdentityAsync()
    {
        var source = await _service.GetJsonAsync("/api/sources/alpha");
        return (source.GetProperty("identity").GetString(), source.GetProperty("identity_pinned").GetBoolean());
    }

    private async Task<string> PostAsync(string action, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(action, fields, await TokenAsync());
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> TokenAsync() => FormToken().Match(await _service.Client.GetStringAsync("/hangfire/stories")).Groups[1].Value;

    private Task<HttpResponseMessage> SendAsync(
        string action,
        (string Name, string Value)[] fields,
        string token) => _service.Client.PostAsync(
        action, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex(
        "action=\"(/hangfire/stories/[0-9]+/split)\"[^>]*>\\s*<input[^>]*>\\s*<input type=\"hidden\" name=\"item\" value=\"([0-9]+)\"")]
    private static partial Regex SplitForm();
}
