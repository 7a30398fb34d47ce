using FeedHub.Dashboard.Frame;

namespace FeedHub.Dashboard.Overview;

/// <summary>One part of a chart's bars.</summary>
/// <param name="Words">In the key.</param>
/// <param name="Colour">The class that colours it.</param>
/// <param name="Of">Its height in an hour.</param>
/// <param name="Shown">The height in words; null: as a number.</param>
public sealed record ChartSeries(string Words, string Colour, Func<HourNumbers, long> Of, Func<long, string>? Shown = null)
{
    /// <summary>The value in words.</summary>
    public string Say(long value) => Shown?.Invoke(value) ?? value.ToString("N0", FrameText.Culture);
}
