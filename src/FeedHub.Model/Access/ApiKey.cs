namespace FeedHub.Model.Access;

/// <summary>A key that a program sends, made on the dashboard.</summary>
public sealed class ApiKey
{
    public long Id { get; set; }

    /// <summary>What it is for; no two have the same.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the key, which is stored nowhere.</summary>
    public required string Hash { get; set; }

    /// <summary>Its first characters, to recognise it by.</summary>
    public required string Begins { get; set; }

    public required string Role { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; set; }

    /// <summary>To the minute; null: never.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
