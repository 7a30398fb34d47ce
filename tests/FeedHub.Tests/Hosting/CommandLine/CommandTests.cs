using FeedHub.Observability;

namespace FeedHub.Tests.Hosting.CommandLine;

/// <summary>The program's commands, as a person types them.</summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class CommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--help", "restore")]
    [InlineData("run --help", "--FeedHub:Polling:Concurrency polls at a time (without it: 32)")]
    [InlineData("run --help", "--FeedHub:Hub:DefaultLease how long a subscription holds that asks for no time (without it: 10 days)")]
    [InlineData("check -h", "FILE")]
    [InlineData("restore --help", "FILE")]
    [InlineData("demo --help", "newsroom")]
    [InlineData("version --help", "commit")]
    [InlineData("help check", "FILE")]
    public async Task Help_IsSaidOfEachCommand_AndNothingStarts(string line, string words)
    {
        var output = await EndsAsync(0, line.Split(' '));
        Assert.Contains(
            words, string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("data")));
    }

    [Fact]
    public async Task Version_SaysVersionAndCommit() =>
        Assert.Equal($"FeedHub {Build.Words}", (await EndsAsync(0, "version")).Trim());

    [Theory]
    [InlineData("chek", "feedhub check")]
    [InlineData("--ulrs=http://127.0.0.1:0", "--urls")]
    [InlineData("check a.json b.json", "--help")]
    [InlineData("version now", "--help")]
    [InlineData("restore", "feedhub restore data/backups/")]
    [InlineData("move-to", "feedhub move-to postgres")]
    [InlineData("move-to postgrs", "Did you mean: feedhub move-to postgres?")]
    [InlineData("--urls=http://127.0.0.1:80800", "a port from 0 to 65535")]
    [InlineData("RUN --help", "Did you mean: feedhub run?")]
    [InlineData("--FeedHub:Retention:Dys=3 --FeedHub:Polling:Concurrency=99999999999", "write a whole number from 1 to 1000")]
    [InlineData("check --FeedHub:Retention:Dys=3 --FeedHub:Polling:PerHost=0", "FeedHub:Polling:PerHost is 0")]
    [InlineData("--FeedHub:Retention:Dys=3", "FeedHub:Retention:Days")]
    public async Task WhatIsNotUnderstood_IsRefusedWithAHint_AndExitCode2(string line, string hint) =>
        Assert.Contains(hint, await EndsAsync(2, line.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public async Task AKeyOfTheFileThatIsNoSetting_IsRefusedWithAHint_AndExitCode2()
    {
        _folder.File("appsettings.json", """{ "FeedHub": { "Poling": { "Concurrency": 4 } } }""");
        Assert.Contains("FeedHub:Polling", await EndsAsync(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfSettingsWithSomethingElseThanGroupsOfSettings_AreNotPassedOverInSilence()
    {
        _folder.File("appsettings.json", """{ "FeedHub": "demo" }""");
        Assert.Contains("FeedHub is \"demo\", but it is a group of settings", await EndsAsync(1), StringComparison.Ordinal);
        _folder.File("appsettings.json", """{ "FeedHub": { "Alerts": { "Webhooks": [ "https://ntfy.example/hub" ] } } }""");
        Assert.Contains("Alerts:Webhooks:0 is \"https://ntfy.example/hub\", but it is a group of settings", await EndsAsync(1), StringComparison.Ordinal);
        _folder.File("appsettings.json", """{ "FeedHub": { "Polling": "15 min" } }""");
        Directory.CreateDirectory(_folder.File("data"));
        _folder.File("data/settings.json", "{\n  \"FeedHub:Retention:Days\": 12\n}");
        var output = await EndsAsync(1);
        Assert.Contains("FeedHub:Polling is \"15 min\", but it is a group of settings", output, StringComparison.Ordinal);
        Assert.Contains("settings.json cannot be read (line 2, column", output, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllThatIsWrongWithTheSettings_IsSaidAtOnce_AlsoByACommandThatNeedsFewOfThem()
    {
        _folder.File("appsettings.json", """
            { "urls": "http://*:port", "FeedHub": { "Retention": { "Days": "some" }, "Publishing": { "Access": "ajar" }, "Polling": { "PerHost": 0 } } }
            """);
        foreach (var line in new[] { "run", "restore backup.db" })
        {
            var output = (await EndsAsync(1, line.Split(' '))).Trim().Split('\n');
            Assert.Equal(4, output.Length);
            Assert.StartsWith("FeedHub:Retention:Days is \"some\"", output[0], StringComparison.Ordinal);
            Assert.Contains(output, problem => problem.StartsWith("FeedHub:Publishing:Access is \"ajar\"", StringComparison.Ordinal));
            Assert.Contains(output, problem => problem.StartsWith("FeedHub:Polling:PerHost is 0", StringComparison.Ordinal));
            Assert.StartsWith("urls has \"http://*:port\"", output[3], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("LogLevel:FeedHub=Quiet", "Logging:LogLevel:FeedHub is \"Quiet\": write Trace, Debug")]
    [InlineData("Console:LogLevel:Default=Quiet", "Logging:Console:LogLevel:Default is \"Quiet\": write Trace, Debug")]
    [InlineData("Console:FormatterName=jsn", "Logging:Console:FormatterName is \"jsn\": write lines, json, simple or systemd")]
    public async Task AWordForTheLogThatNobodyKnows_IsRefusedWithThoseThatThereAre(string setting, string words)
    {
        _folder.File("feeds.json", """{ "sources": [] }""");
        Assert.Contains(words, await EndsAsync(1, "check", $"--Logging:{setting}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public async Task AFileOfSettingsThatIsNoJson_IsOneLineWithThePlace_AndExitCode1(string command)
    {
        _folder.File("appsettings.json", "{\n  \"FeedHub\": {\n    \"Storage\": }\n}");
        var output = (await EndsAsync(1, command)).Trim();
        Assert.DoesNotContain('\n', output);
        Assert.Contains("appsettings.json", output, StringComparison.Ordinal);
        Assert.Contains("line 3, column", output, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> EndsAsync(int code, params string[] args)
    {
        await using var process = FeedHubProcess.Start(_folder, args);
        Assert.Equal(code, await process.ExitCodeAsync());
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        return process.Output;
    }
}
