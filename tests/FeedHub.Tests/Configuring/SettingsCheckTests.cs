using FeedHub.Configuring;
using FeedHub.Model.Settings;
using Microsoft.Extensions.Configuration;

namespace FeedHub.Tests.Configuring;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Defaults_AreFine() => Assert.True(new SettingsCheck().Validate(null, new()).Succeeded);

    [Theory]
    [InlineData("FeedsFile", "", "FeedHub:FeedsFile is empty")]
    [InlineData("Storage", "mysql", "FeedHub:Storage is \"mysql\": write sqlite or postgres")]
    [InlineData("PublicUrl", "news.example.org", "FeedHub:PublicUrl")]
    [InlineData("PublicUrl", "ftp://news.example.org", "FeedHub:PublicUrl")]
    [InlineData("PublicUrl", "https://news.example.org/?a=1", "FeedHub:PublicUrl")]
    [InlineData("PublicUrl", "https://news.example.org/#a", "FeedHub:PublicUrl")]
    [InlineData("PublicUrl", "https://news.example.org/our news", "FeedHub:PublicUrl is \"https://news.example.org/our")]
    [InlineData("PublicUrl", "https://ann:secret@news.example.org", "FeedHub:PublicUrl is \"https://news.example.org")]
    [InlineData("PublicUrl", "https://news.example.org/Feed.JSON/",
        "FeedHub:PublicUrl is \"https://news.example.org/Feed.JSON/\": FeedHub has pages of its own under /Feed.JSON")]
    [InlineData("PublicUrl", "https://news.example.org/feed.later/hub",
        "FeedHub:PublicUrl is \"https://news.example.org/feed.later/hub\": FeedHub has pages of its own under /feed.later")]
    [InlineData("Polling:Concurrency", "0", "FeedHub:Polling:Concurrency is 0: write a number from 1 to 1000")]
    [InlineData("Polling:MaxBytes", "5", "FeedHub:Polling:MaxBytes is 5")]
    [InlineData("Polling:MinInterval", "00:00:00", "FeedHub:Polling:MinInterval is 0 s: write more than nothing, such as 15 min")]
    [InlineData(
        "Polling:MinInterval",
        "1.01:00:00",
        "FeedHub:Polling:MinInterval is 1 day 1 h and FeedHub:Polling:MaxInterval is 1 day:")]
    [InlineData("Polling:Timeout", "00:00:00", "FeedHub:Polling:Timeout is 0 s")]
    [InlineData("Polling:HostGap", "-00:00:01", "FeedHub:Polling:HostGap is -1 s")]
    [InlineData("Hub:MaxLease", "9 days", "FeedHub:Hub:MaxLease is 9 days and FeedHub:Hub:DefaultLease is 10 days")]
    [InlineData("Retention:Days", "-1", "FeedHub:Retention:Days is -1")]
    [InlineData("Admin:Proxies", "127.0.0.1, localhost", "FeedHub:Admin:Proxies has \"localhost\": write addresses and ranges by commas")]
    [InlineData("Admin:Proxies", "10.0.0.0/33", "FeedHub:Admin:Proxies has \"10.0.0.0/33\"")]
    [InlineData("Admin:Proxies", "10.1", "FeedHub:Admin:Proxies has \"10.1\"")]
    [InlineData("Admin:Oidc:ClientId", "feedhub", "FeedHub:Admin:Oidc:Authority is missing")]
    public void BadSetting_IsOneProblemWithItsFullKey(string key, string value, string message)
    {
        var result = new SettingsCheck().Validate(
            null,
            Configuration(key, value).GetSection(FeedHubOptions.Section).Get<FeedHubOptions>()!);

        Assert.StartsWith(message, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void AccessThatMakesNoSense_IsOneProblemForEachMistake()
    {
        var admin = new AdminOptions
        {
            Password = "the same",
            ViewPassword = "the same",
            Oidc = new() { Authority = "http://login.example.org", Scopes = "email" }
        };

        Assert.Equal(
            ["ViewPassword is the same", "Oidc:Authority is \"http://login.example.org\"", "Oidc:ClientId is missing",
                "Oidc:Scopes is \"email\"", "Oidc lets nobody in"],
            SettingsCheck.Problems(new() { Admin = admin })
                .Zip([24, 44, 24, 22, 19], (problem, length) => problem["FeedHub:Admin:".Length..][..length]));
    }

    [Theory]
    [InlineData("Storage", "SQLite")]
    [InlineData("PublicUrl", "https://example.org/news")]
    [InlineData("PublicUrl", "https://example.org/feedhub")]
    [InlineData("PublicUrl", "")]
    [InlineData("Polling:HostGap", "00:00:00")]
    [InlineData("Polling:Timeout", "30s")]
    [InlineData("Retention:Days", "0")]
    public void GoodSetting_IsFine(string key, string value)
    {
        var configuration = Configuration(key, value);

        Assert.Empty(SettingsKeys.Unknown(configuration));
        Assert.Empty(SettingsKeys.Unreadable(configuration));
        Assert.Empty(SettingsCheck.Problems(configuration.GetSection(FeedHubOptions.Section).Get<FeedHubOptions>()!));
    }

    [Theory]
    [InlineData("Poling:Timeout", "FeedHub:Poling is not a setting: did you mean FeedHub:Polling?")]
    [InlineData("Polling:Timeot", "FeedHub:Polling:Timeot is not a setting: did you mean FeedHub:Polling:Timeout?")]
    [InlineData("Colour", "FeedHub:Colour is not a setting: FeedHub has FeedsFile,")]
    [InlineData("Storage:Kind", "FeedHub:Storage:Kind is not a setting")]
    public void UnknownKey_SaysWhatWasMeant(string key, string message) =>
        Assert.StartsWith(message, Assert.Single(SettingsKeys.Unknown(Configuration(key, "x"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Polling:Concurrency", "many")]
    [InlineData("Polling:Concurrency", "99999999999")]
    [InlineData("Polling:Timeout", "30")]
    [InlineData("Polling:Timeout", "half a minute")]
    [InlineData("Polling:Timeout", "99:99:99")]
    [InlineData("Polling:Timeout", "")]
    [InlineData("Network:AllowPrivateAddresses", "yes")]
    public void UnreadableValue_IsAProblem(string key, string value) =>
        Assert.StartsWith(
            $"FeedHub:{key} is \"{value}\": write",
            Assert.Single(SettingsKeys.Unreadable(Configuration(key, value))),
            StringComparison.Ordinal);

    private static IConfiguration Configuration(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["FeedHub:" + key] = value }).Build();
}
