using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Observability;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Observability;

/// <summary>The Grafana board and the alert rules of <c>docs/watching</c>, against what <c>/metrics</c> has.</summary>
[Collection(Alone.Name)]
public sealed partial class WatchingFilesTests : IDisposable
{
    private static readonly string[] Files = ["grafana.json", "alerts.yaml"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EachFigureThatTheyName_IsOneThatMetricsHas()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("g1", "https://a.example/1", "One")));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha")));
        await service.PollAsync("alpha");
        service.Services.GetRequiredService<Figures>().Delivered("dropped");
        GC.Collect();
        var metrics = await service.Client.GetStringAsync("/metrics");
        var named = Files.SelectMany(file => Figure().Matches(Text(file)).Select(match => match.Value)).Distinct().ToList();

        Assert.True(named.Count > 10);
        Assert.All(named, name => Assert.Matches($"(?m)^{name}[{{ ]", metrics));
        Assert.All(
            Figure().Matches(metrics).Select(match => match.Value).Where(name => name.StartsWith("feedhub_", StringComparison.Ordinal))
                .Select(Stem).Distinct(),
            name => Assert.Contains(name, Text("grafana.json"), StringComparison.Ordinal));
    }

    [Fact]
    public void TheBoard_IsJson_WithPanelsThatLieBesideEachOther()
    {
        using var board = JsonDocument.Parse(Text("grafana.json"));
        var panels = board.RootElement.GetProperty("panels").EnumerateArray().ToList();
        var places = panels.Select(panel => panel.GetProperty("gridPos")).SelectMany(place =>
            from x in Enumerable.Range(place.GetProperty("x").GetInt32(), place.GetProperty("w").GetInt32())
            from y in Enumerable.Range(place.GetProperty("y").GetInt32(), place.GetProperty("h").GetInt32())
            select (x, y)).ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(places, place => Assert.InRange(place.x, 0, 23));
        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
    }

    private static string Text(string file) => Encoding.UTF8.GetString(RepositoryFile.Read($"docs/watching/{file}"));

    // Of a histogram the board shows the buckets.
    private static string Stem(string name) => name.EndsWith("_sum", StringComparison.Ordinal) ? name[..^4]
        : name.EndsWith("_count", StringComparison.Ordinal) ? name[..^6] : name.Replace("_bucket", "", StringComparison.Ordinal);

    [GeneratedRegex("\\b(?:feedhub|dotnet)_[a-z_]+")]
    private static partial Regex Figure();
}
