namespace FeedHub.Demo;

/// <summary>A clock without summer time; a table of its own, so that the demo runs where no time zone data is installed.</summary>
/// <param name="Zone">IANA name.</param>
/// <param name="Letters">What people write behind the time.</param>
/// <param name="Hours">Hours ahead of UTC.</param>
internal sealed record Clock(string Zone, string Letters, int Hours)
{
    /// <summary>Western Indonesia.</summary>
    public static readonly Clock Wib = new("Asia/Jakarta", "WIB", 7);

    /// <summary>Central Indonesia.</summary>
    public static readonly Clock Wita = new("Asia/Makassar", "WITA", 8);

    /// <summary>Universal time.</summary>
    public static readonly Clock Utc = new("Etc/UTC", "GMT", 0);

    /// <summary>The same instant as this clock shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(Hours));
}
