using FeedHub.Hosting.CommandLine;
using Microsoft.Extensions.Configuration;

namespace FeedHub.Tests.Hosting.CommandLine;

/// <summary>What is said of a file of settings that is not JSON.</summary>
public sealed class BrokenConfigurationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "Line 1, column 1: the file is empty")]
    [InlineData("{\n  \"FeedHub\": {", "Line 2, column 15: the file ends here, and a } or ] is missing")]
    public void AFileThatEndsTooEarly_IsToldInOurWords_WithThePlace(string json, string words)
    {
        var path = _folder.File("appsettings.json", json);
        var error = Assert.Throws<InvalidDataException>(() => new ConfigurationBuilder().AddJsonFile(path).Build());
        Assert.Contains(words, BrokenConfiguration.Words(error), StringComparison.Ordinal);
    }
}
