using FeedHub.Hosting.CommandLine;

namespace FeedHub.Tests.Hosting.CommandLine;

/// <summary>What of a command line is a command, what a setting, and what nobody knows.</summary>
public class ArgumentsTests
{
    [Fact]
    public void SettingsKeepTheirValues_WhereverTheyStand()
    {
        var read =
            Arguments.Read(["check", "--urls", "http://127.0.0.1:0", "other.json", "--feedhub:retention:days=3", "Logging:Console=x"]);
        Assert.Equal(["check", "other.json"], read.Words);
        Assert.Equal(["--urls", "http://127.0.0.1:0", "--feedhub:retention:days=3", "Logging:Console=x"], read.Settings);
        Assert.Empty(read.Unknown);
    }

    [Theory]
    [InlineData("--demo")]
    [InlineData("--urls=http://127.0.0.1:0", "--demo")]
    public void TheSwitchOfTheDemo_IsItsCommand_AnywhereOnTheLine(params string[] args) =>
        Assert.Equal("demo", Arguments.Read(args).Words[0]);

    [Theory]
    [InlineData("--dmo", "did you mean")]
    [InlineData("--url=http://127.0.0.1:0", "--urls")]
    [InlineData("--Polling:Concurrency=4", "--FeedHub:Polling:Concurrency")]
    [InlineData("--concurrency=4", "--FeedHub:Polling:Concurrency")]
    [InlineData("--FeedHub:Poling:Concurrency=4", "FeedHub:Polling")]
    [InlineData("--FeedHub:Polling=4", "group")]
    [InlineData("--FeedHub:Polling:Concurrency:x=4", "none below")]
    [InlineData("-x", "--help")]
    public void WhatNobodyKnows_IsToldWithWhatWasMeant(string arg, string hint) =>
        Assert.Contains(hint, Assert.Single(Arguments.Read([arg, "1"]).Unknown), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("--urls")]
    [InlineData("--urls", "--FeedHub:Retention:Days=3")]
    public void ASettingWithoutAValue_IsToldSo(params string[] args) =>
        Assert.Contains("--urls needs a value", Assert.Single(Arguments.Read(args).Unknown), StringComparison.Ordinal);
}
