using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Sources;

/// <summary>A fixed interval, written as <see cref="Duration"/> has it.</summary>
internal static class PollInterval
{
    /// <summary>What it means, the same words for the check and the pages.</summary>
    public const string Meaning
        = "kept also below Polling:MinInterval and above Polling:MaxInterval, unless the server or the feed asks for longer";

    /// <summary>The same in Indonesian.</summary>
    public const string MeaningInIndonesian
        = "berlaku juga di bawah Polling:MinInterval dan di atas Polling:MaxInterval, kecuali server atau feed meminta lebih lama";

    /// <summary>What is wrong with an interval and what to write; null if nothing is.</summary>
    public static string? Problem(string text) => Read(text, out var problem) is null ? problem : null;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>The interval, or null with what is wrong and what to write.</summary>
    public static TimeSpan? Read(string text, out string? problem)
    {
        problem = null;
        // .NET reads "15" as 15 days and "00:15" as hours and minutes: people who write that mostly mean something else.
        if (Duration.Read(text) is not { } interval)
        {
            problem = Say(
                $"{Wording.Quoted(text)} is not an interval: write {Duration.Examples}",
                $"{Wording.Quoted(text)} bukan selang waktu: tulis {Duration.Examples}");
            return null;
        }

        if (interval <= TimeSpan.Zero || interval > Longest)
        {
            problem = Say(
                $"an interval of {Wording.Quoted(text)} cannot be kept: "
                    + "write more than nothing and at most 31 days, such as \"00:15:00\"",
                $"selang {Wording.Quoted(text)} tidak dapat dipakai: "
                    + "tulis lebih dari nol dan paling lama 31 hari, misalnya \"00:15:00\"");
        }

        return problem is null ? interval : null;
    }
}
