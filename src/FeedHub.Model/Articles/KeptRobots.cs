namespace FeedHub.Model.Articles;

/// <summary>A host's robots.txt as it was answered, kept for a day (RFC 9309, 2.4).</summary>
public sealed class KeptRobots
{
    /// <summary>Scheme, host and port: for these it holds.</summary>
    public required string Origin { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>HTTP status of the answer; null: none came.</summary>
    public int? Status { get; set; }

    /// <summary>The file, compressed by Brotli, of at most <see cref="FeedHub.Syndication.Reading.Robots.RobotsFile.MaxBytes"/>; null
    /// where there is none.</summary>
    public byte[]? Body { get; set; }
}
