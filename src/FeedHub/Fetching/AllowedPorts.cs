using System.Globalization;

namespace FeedHub.Fetching;

/// <summary>The ports of <c>Network:AllowedPorts</c>.</summary>
internal sealed class AllowedPorts
{
    private const int Highest = 65535;

    private readonly List<(int From, int To)> _ranges;

    private AllowedPorts(List<(int From, int To)> ranges) => _ranges = ranges;

    /// <summary>What the setting is when nobody sets it.</summary>
    public static AllowedPorts Default { get; } = new([(80, 80), (443, 443), (1024, Highest)]);

    /// <summary>Reads numbers and ranges between commas; null if the text is something else.</summary>
    public static AllowedPorts? TryRead(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Range).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : new([.. parts.OfType<(int, int)>()]);
    }

    /// <summary>Whether a port is one of them.</summary>
    public bool Contains(int port) => _ranges.Exists(range => port >= range.From && port <= range.To);

    /// <summary>As it is written in the settings.</summary>
    public override string ToString() => string.Join(", ", _ranges.Select(r => r.From == r.To
        ? r.From.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{r.From}-{r.To}")));

    private static (int From, int To)? Range(string text) => text.Split('-', StringSplitOptions.TrimEntries) switch
    {
        [var one] when Port(one) is { } port => (port, port),
        [var from, var to] when Port(from) is { } low && Port(to) is { } high && low <= high => (low, high),
        _ => null,
    };

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= Highest ? port : null;
}
