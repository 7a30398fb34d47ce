namespace FeedHub.Model.Access;

/// <summary>One browser in which somebody signed in.</summary>
public sealed class AdminSession
{
    /// <summary>SHA-256 of what its cookie names it by.</summary>
    public required string Id { get; set; }

    /// <summary>Who: an email address where there is one, else the role.</summary>
    public required string Name { get; set; }

    public required string Role { get; set; }

    /// <summary>Such as <c>password</c>.</summary>
    public required string By { get; set; }

    public string? Address { get; set; }

    /// <summary>What the browser says that it is.</summary>
    public string? Browser { get; set; }

    public DateTimeOffset BeganAt { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
