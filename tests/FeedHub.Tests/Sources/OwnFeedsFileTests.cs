using FeedHub.Sources;

namespace FeedHub.Tests.Sources;

/// <summary>The <c>feeds.json</c> that everybody starts with.</summary>
public sealed class OwnFeedsFileTests
{
    private readonly FeedsFileResult _result = FeedsFileReader.Parse(RepositoryFile.Read("feeds.json"), FeedsFiles.Topics);

    [Fact]
    public void It_IsValid() => Assert.Empty(_result.Errors);

    [Fact]
    public void It_HasSourcesEnoughEachWithTitleLanguageAndZone()
    {
        Assert.True(_result.File!.Sources.Count >= 25);
        Assert.All(
            _result.File.Sources,
            source =>
                Assert.True(source is { Declared.Title: not null, Declared.Language: not null, Declared.TimeZone: not null }, source.Url));
    }

    [Fact]
    public void It_HasBothLanguagesAndTheDiswayNetwork()
    {
        var sources = _result.File!.Sources;

        Assert.Contains(sources, s => s.Declared.Language == "id");
        Assert.Contains(sources, s => s.Declared.Language!.StartsWith("en", StringComparison.Ordinal));
        Assert.Contains(sources, s => s.Url.Contains(".disway.id/", StringComparison.Ordinal));
        Assert.Contains(sources, s => s.Url.Contains("koranprabumulihpos.com", StringComparison.Ordinal));
    }
}
