using FeedHub.Configuring;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;
using Microsoft.Extensions.Configuration;

namespace FeedHub.Tests.Configuring;

/// <summary>Spans of time as people write them.</summary>
public class DurationTests
{
    [Theory]
    [InlineData("00:15:00", 900)]
    [InlineData("1.00:00:00", 86_400)]
    [InlineData("15m", 900)]
    [InlineData("15 min", 900)]
    [InlineData("1h30m", 5400)]
    [InlineData("1 hour 30 minutes", 5400)]
    [InlineData("1 Day", 86_400)]
    [InlineData("2d 3H", 183_600)]
    [InlineData("1.5h", 5400)]
    [InlineData(" 90s ", 90)]
    [InlineData("1 jam 30 menit", 5400)]
    [InlineData("1,5 jam", 5400)]
    [InlineData("2 minggu", 1_209_600)]
    [InlineData("1 week and 2 days", 777_600)]
    [InlineData("90 mnt", 5400)]
    [InlineData("2 dtk", 2)]
    [InlineData("1j", 3600)]
    [InlineData("1 jam dan 30 menit", 5400)]
    [InlineData("1 hr", 3600)]
    [InlineData("1 hari, 2 jam", 93_600)]
    [InlineData("1 hari 2 JAM 5 detik", 93_605)]
    public void EverySpelling_IsRead(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("m")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("-5m")]
    [InlineData("5 moons")]
    [InlineData("1 jam dan")]
    [InlineData("1,500 s")]
    [InlineData("999999d")]
    [InlineData("9999999999999999999s")]
    public void WhatIsNoSpan_IsNotRead(string text) => Assert.Null(Duration.Read(text));

    [Fact]
    public void Settings_TakeThem_AndSayWhatElseToWrite()
    {
        var good = Of("45m", "1 day", "00:05", "0");
        Assert.Empty(SettingsKeys.Unreadable(good));
        var options = good.GetSection(FeedHubOptions.Section).Get<FeedHubOptions>()!;
        Assert.Equal(
            (TimeSpan.FromMinutes(45), TimeSpan.FromDays(1), TimeSpan.FromMinutes(5), TimeSpan.Zero),
            (options.Polling.DefaultInterval, options.Polling.MaxInterval, options.Polling.MinInterval, options.Polling.HostGap));
        var problem = Assert.Single(SettingsKeys.Unreadable(Of("45", "1 day", "5m", "0")));
        Assert.Contains("write 15m, 1h30m, 1 day", problem, StringComparison.Ordinal);
    }

    private static IConfigurationRoot Of(string usual, string most, string least, string gap) => new ConfigurationBuilder()
        .AddInMemoryCollection(
    [
        new("FeedHub:Polling:DefaultInterval", usual), new("FeedHub:Polling:MaxInterval", most), new("FeedHub:Polling:MinInterval", least),
        new("FeedHub:Polling:HostGap", gap),
    ]).Build();
}
