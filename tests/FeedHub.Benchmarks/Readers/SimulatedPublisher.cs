using System.Globalization;
using System.Text;

namespace FeedHub.Benchmarks.Readers;

/// <summary>How a publisher dates and lists what it publishes.</summary>
internal enum Custom
{
    /// <summary>At once, with its time.</summary>
    Prompt,

    /// <summary>Every three hours, what was written since then, with its times.</summary>
    Late,

    /// <summary>Once enough readers have voted for it: two to ten hours after its date.</summary>
    Voted,

    /// <summary>At once, with the day alone.</summary>
    DayOnly,
}

/// <summary>An item of a made-up publisher.</summary>
/// <param name="Number">Its own, among all publishers.</param>
/// <param name="Date">As the publisher says.</param>
/// <param name="Listed">When its feed has it.</param>
/// <param name="Words">Its headline and text.</param>
internal sealed record SimulatedItem(int Number, DateTimeOffset Date, DateTimeOffset Listed, string Words);

/// <summary>A made-up publisher: what it lists when, and when it cannot be reached.</summary>
internal sealed record SimulatedPublisher(int Number, Custom Custom, int ItemsADay)
{
    private const int MostListed = 100;

    /// <summary>In the order in which the feed has them.</summary>
    public required IReadOnlyList<SimulatedItem> Items { get; init; }

    /// <summary>Spans in which nothing answers.</summary>
    public required IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Outages { get; init; }

    public string Url => $"https://paper{Number}.example/feed";

    public bool Answers(DateTimeOffset now) => !Outages.Any(outage => outage.From <= now && now < outage.To);

    /// <summary>Its RSS document at that time, newest first.</summary>
    public string Rss(DateTimeOffset now)
    {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel>");
        rss.Append(CultureInfo.InvariantCulture, $"<title>Paper {Number}</title><link>https://paper{Number}.example/</link><description/>");
        foreach (var item in Items.Where(item => item.Listed <= now).Reverse().Take(MostListed))
        {
            rss.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">paper{Number}-{item.Number}</guid>");
            rss.Append(CultureInfo.InvariantCulture,
                $"<link>https://paper{Number}.example/{item.Number}</link><title>{item.Words[..60]}</title>");
            rss.Append(CultureInfo.InvariantCulture, $"<description>{item.Words}</description><pubDate>{item.Date:r}</pubDate></item>");
        }

        return rss.Append("</channel></rss>").ToString();
    }
}
