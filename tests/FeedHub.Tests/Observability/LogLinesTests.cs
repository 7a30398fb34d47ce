using FeedHub.Observability;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Observability;

/// <summary>What an entry of the log looks like on the console.</summary>
public sealed class LogLinesTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 29, 14, 2, 11, TimeSpan.Zero));

    [Fact]
    public void AnEntry_HasItsInstantItsLevelWhoSpeaksAndTheEvent() => Assert.Equal(
        $"2026-11-29T14:02:11Z warning OwnNetwork/NetworkDown: no network{Environment.NewLine}",
        Written("FeedHub.Fetching.OwnNetwork", LogLevel.Warning, new(7, "NetworkDown"), "no network"));

    [Theory]
    [InlineData("LogApplied", "FeedsFileSync/Applied")]
    [InlineData(null, "FeedsFileSync")]
    public void AnEventIsNamedForWhatHappened(string? name, string expected) => Assert.StartsWith(
        $"2026-11-29T14:02:11Z info {expected}: ",
        Written("FeedHub.Sources.FeedsFileSync", LogLevel.Information, new(383545648, name), "it was"),
        StringComparison.Ordinal);

    [Fact]
    public void WhatIsLongerThanALine_AndATrace_AreIndented_SoThatNobodyCanWriteAnEntryOfTheirOwn()
    {
        var lines = Written(
            "Poller", LogLevel.Error, default, "bad title: a\n2026-11-29T14:02:11Z critical Poller: forged",
                new InvalidDataException("odd"));
        Assert.Equal(
            ["2026-11-29T14:02:11Z error Poller: bad title: a", "    2026-11-29T14:02:11Z critical Poller: forged",
                "    System.IO.InvalidDataException: odd", ""],
            lines.Split(Environment.NewLine));
    }

    private static string Written(string category, LogLevel level, EventId id, string words, Exception? error = null)
    {
        var text = new StringWriter();
        new LogLines(Time).Write(new LogEntry<string>(level, category, id, words, error, (state, _) => state), null, text);
        return text.ToString();
    }
}
