using System.Text;
using System.Xml.Linq;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Hosting;

public class PublishProfileTests
{
    private const string Folder = "src/FeedHub/Properties/PublishProfiles";

    [Theory]
    [InlineData("linux-x64", "linux-x64")]
    [InlineData("linux-arm64", "linux-arm64")]
    [InlineData("win-x64", "win-x64")]
    [InlineData("osx-arm64", "osx-arm64")]
    [InlineData("linux-x64-small", "linux-x64")]
    public void AProfile_MakesTheSingleFileOfItsPlatform(string profile, string platform)
    {
        var read = Read($"{profile}.pubxml");
        Assert.Equal("SingleFile.props", Assert.Single(read.Descendants("Import")).Attribute("Project")?.Value);
        Assert.Equal(platform, Value(read, "RuntimeIdentifier"));
    }

    [Theory]
    [InlineData("SelfContained", "true")]
    [InlineData("PublishSingleFile", "true")]
    [InlineData("PublishReadyToRun", "true")]
    [InlineData("PublishTrimmed", "false")]
    public void WhatAllProfilesShare_IsASelfContainedFile(string property, string value) =>
        Assert.Equal(value, Value(Read("SingleFile.props"), property));

    private static XDocument Read(string name) =>
        XDocument.Parse(Encoding.UTF8.GetString(RepositoryFile.Read($"{Folder}/{name}")));

    private static string Value(XDocument profile, string property) => Assert.Single(profile.Descendants(property)).Value;
}
