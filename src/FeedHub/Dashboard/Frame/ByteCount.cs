namespace FeedHub.Dashboard.Frame;

/// <summary>Numbers of bytes as people read them.</summary>
public static class ByteCount
{
    /// <summary>Such as <c>512 B</c>, <c>12.3 kB</c>, <c>4.5 GB</c>.</summary>
    public static string Words(long bytes) => bytes switch
    {
        < 1_000 => Number(bytes, "F0", "B"),
        < 1_000_000 => Number(bytes / 1e3, "F1", "kB"),
        < 1_000_000_000 => Number(bytes / 1e6, "F1", "MB"),
        _ => Number(bytes / 1e9, "F1", "GB"),
    };

    private static string Number(double value, string format, string unit) =>
        $"{FrameText.Number(value, format)} {unit}";
}
