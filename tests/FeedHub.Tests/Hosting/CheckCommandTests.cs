using FeedHub.Hosting;
using FeedHub.Model.Settings;
using FeedHub.Tests.Sources;
using Microsoft.Extensions.Configuration;

namespace FeedHub.Tests.Hosting;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GoodFile_SaysSoAndExitsWith0()
    {
        var path = _folder.File("feeds.json", """
            { "sources": [ { "url": "https://example.org/feed" } ], "categories": [ { "slug": "a", "any": ["b"] }, { "slug": "a", "any": ["c"] } ] }
            """);

        Assert.Equal(0, Run(path));
        Assert.Equal($"{path}: 1 source, 2 category rules: fine\n", _output.ToString());
    }

    [Fact]
    public void FixedIntervals_AreSaidToBeKept()
    {
        var path = _folder.File("feeds.json", """
            { "sources": [ { "url": "https://example.org/a", "interval": "00:01:00" }, { "url": "https://example.org/b", "interval": "7.00:00:00" }, { "url": "https://example.org/c" } ] }
            """);

        Assert.Equal(0, Run(path));
        Assert.EndsWith($"\n{path}: 2 intervals of a source's own: kept also below Polling:MinInterval and above Polling:MaxInterval, "
            + $"unless the server or the feed asks for longer\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open", true)]
    [InlineData("closed", false)]
    public void WholeArticlesOfOthers_InAnOpenHub_AreWarnedOf(string access, bool isWarned)
    {
        var path = _folder.File("feeds.json", """
            { "sources": [ { "url": "https://example.org/a", "content": "article" }, { "url": "https://example.org/b" },
              { "url": "https://example.org/c", "kind": "page" } ] }
            """);

        Assert.Equal(0, Run(path, ("Publishing:Access", access)));
        Assert.Equal(isWarned, _output.ToString().Contains("2 sources with content \"article\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("open", true)]
    [InlineData("closed", false)]
    public void HeadersOfYourOwn_InAnOpenHub_AreWarnedOf(string access, bool isWarned)
    {
        var path = _folder.File("feeds.json", """
            { "sources": [ { "url": "https://example.org/a", "headers": { "Authorization": "Bearer 1" } }, { "url": "https://example.org/b" } ] }
            """);

        Assert.Equal(0, Run(path, ("Publishing:Access", access)));
        Assert.Equal(isWarned, _output.ToString().Contains("1 source with headers of your own", StringComparison.Ordinal));
    }

    [Fact]
    public void FoldersAndSources_ThatNothingInTheFileHas_AreWarnedOf()
    {
        var path = _folder.File("feeds.json", """
            { "sources": [ { "url": "https://example.org/a", "title": "Paper A", "folder": "Regional/Bali" }, { "url": "https://example.org/b", "title": "Paper A" } ],
              "feeds": [ { "slug": "good", "filter": "folder=Regional&source=paper-a&source=-paper-a-2" },
                         { "slug": "odd", "filter": "folder=-Regionl&source=paper-a&source=paper-b" } ] }
            """);

        Assert.Equal(0, Run(path));
        Assert.Contains("the feed \"odd\" names the folder \"Regionl\"", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("the feed \"odd\" names the source \"paper-b\"", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, _output.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void AnIdInARule_ThatIsASlipOfASourcesId_IsAnErrorWithTheRuleAndWhatWasMeant()
    {
        var path = _folder.File("feeds.json", """
            { "sources": [ { "url": "https://example.org/a", "title": "Harian Utara" } ],
              "categories": [ { "slug": "reef", "any": ["coral"], "sources": ["harian-utara", "harian-utarra"] } ],
              "drop": [ { "any": ["promo"], "sources": ["harian-uttara"] },
                        { "title": "Games", "any": ["quiz"], "sources": ["harian-utara-2", "far-away"] } ] }
            """);

        Assert.Equal(1, Run(path));
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith($"{path}:2:83: the rule of \"reef\" names the source \"harian-utarra\", ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("did you mean \"harian-utara\"?", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{path}:3:45: drop rule 1 names the source \"harian-uttara\", ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"{path}:4:80: the drop rule \"Games\" names the source \"far-away\", ", lines[2], StringComparison.Ordinal);
        Assert.Contains("only the database knows", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(": 2 slips in what rules name", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdInARule_ThatOnlyTheDatabaseMayKnow_IsWarnedOf()
    {
        var path = _folder.File("feeds.json", """
            { "sources": [ { "url": "https://example.org/a", "title": "Paper" } ],
              "drop": [ { "any": ["promo"], "sources": ["by-hand", "paper-en"] } ] }
            """);

        Assert.Equal(0, Run(path));
        Assert.Equal(2, _output.ToString().Split("only the database knows").Length - 1);
    }

    [Fact]
    public void BadFile_ListsEachErrorWithItsPlaceAndExitsWith1()
    {
        var path = _folder.File("feeds.json", """
            { "sources": [
              { "url": "nonsense" },
              { "url": "https://example.org/", "tite": "x" } ] }
            """);

        Assert.Equal(1, Run(path));
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{path}:2:12: \"nonsense\" is not a web address", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{path}:3:36: \"tite\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void VariableNotSet_IsAnError()
    {
        var path = _folder.File("feeds.json", FeedsFiles.WithSource("\"headers\": { \"X-A\": \"env:FEEDHUB_TEST\" }"));

        Assert.Equal(1, Run(path));
        Assert.Contains("FEEDHUB_TEST", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolder_IsSaidToBeOne()
    {
        Assert.Equal(1, Run(_folder.Path));
        Assert.StartsWith($"{_folder.Path} is a folder: name the file in it", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoFile_ExitsWith1() => Assert.Equal(1, Run(Path.Combine(_folder.Path, "none.json")));

    [Fact]
    public void Options_AreCheckedToo()
    {
        var options = new FeedHubOptions { FeedsFile = _folder.File("feeds.json", """{ "sources": [] }"""), Storage = "mysql" };

        Assert.Equal(1, CheckCommand.Run(options, _output, _ => null, FeedsFiles.Topics));
        Assert.Contains("settings: FeedHub:Storage is \"mysql\"", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 sources, 0 category rules: fine", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownKeysAndUnreadableValues_AreErrorsBesideTheFiles()
    {
        var path = _folder.File("feeds.json", """{ "sources": [ 1 ] }""");

        Assert.Equal(1, Run(path, ("Poling:Timeout", "00:00:30"), ("Polling:Timeout", "soon"), ("network:allowPrivateAddresses", "True")));
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("settings: FeedHub:Poling is not a setting: did you mean FeedHub:Polling?", lines[0]);
        Assert.Equal(
            "settings: FeedHub:Polling:Timeout is \"soon\": write 15m, 1h30m, 1 day, or hours, minutes and seconds, such as 00:15:00",
            lines[1]);
        Assert.Contains(":1:16:", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void AValueThatCannotBeRead_HidesNoneOfTheOthers_AndBlamesNoneOfThem()
    {
        var path = _folder.File("feeds.json", """{ "sources": [] }""");

        Assert.Equal(
            1, Run(path, ("Polling:MaxInterval", "late"), ("Polling:MinInterval", "3 days"), ("Hub:MaxLease", "1s"), ("Storage", "paper")));
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("settings: FeedHub:Polling:MaxInterval is \"late\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("settings: FeedHub:Storage is \"paper\"", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("settings: FeedHub:Hub:MaxLease is 1 s", lines[2], StringComparison.Ordinal);
    }

    private int Run(string path, params (string Key, string Value)[] settings)
    {
        var keys = settings.Append(("FeedsFile", path)).ToDictionary(s => "FeedHub:" + s.Item1, s => (string?)s.Item2);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(keys).Build();
        return CheckCommand.Run(configuration, _output, _ => null, FeedsFiles.Topics);
    }
}
