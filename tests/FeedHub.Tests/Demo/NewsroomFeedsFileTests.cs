using System.Globalization;
using System.Text.Json;
using FeedHub.Demo;

namespace FeedHub.Tests.Demo;

public sealed class NewsroomFeedsFileTests
{
    private static readonly string[] FileProperties = ["$schema", "title", "description", "sources", "categories"];

    private static readonly string[] SourceProperties =
        ["url", "title", "kind", "category", "language", "timeZone", "interval", "content", "headers", "enabled"];

    private static readonly string[] RuleProperties = ["slug", "title", "any", "all", "none", "in", "sources"];

    [Fact]
    public async Task FeedsJson_ListsEveryPublisher_InTheContractsWords()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var document = JsonDocument.Parse(room.Newsroom.FeedsJson);
        var (file, sources) = (document.RootElement, document.RootElement.GetProperty("sources").EnumerateArray().ToList());

        Assert.Equal(
            Publishers.All.Select(publisher => new Uri(room.Newsroom.Address, publisher.Path).ToString()),
            sources.Select(source => source.GetProperty("url").GetString()!.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)));
        Assert.Subset(FileProperties.ToHashSet(), Names(file));
        Assert.All(sources, source => Assert.Subset(SourceProperties.ToHashSet(), Names(source)));
        Assert.All(file.GetProperty("categories").EnumerateArray(), rule => Assert.Subset(RuleProperties.ToHashSet(), Names(rule)));
    }

    [Fact]
    public async Task FeedsJson_GivesIntervalsAPersonCanWatch_AndZonesThatExist()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var document = JsonDocument.Parse(room.Newsroom.FeedsJson);
        foreach (var source in document.RootElement.GetProperty("sources").EnumerateArray())
        {
            var interval = TimeSpan.ParseExact(source.GetProperty("interval").GetString()!, "c", CultureInfo.InvariantCulture);
            Assert.InRange(interval.TotalSeconds, 10, 20);
            Assert.NotNull(TimeZoneInfo.FindSystemTimeZoneById(source.GetProperty("timeZone").GetString()!));
        }
    }

    private static HashSet<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
