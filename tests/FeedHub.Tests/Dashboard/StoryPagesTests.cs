using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;

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
