namespace FeedHub.Model.Access;

/// <summary>What an entry is about; the page filters by it.</summary>
public enum AuditArea
{
    Sources,
    Categories,
    Stories,
    Access,
    Jobs,
    Settings,
    Feeds,
    Backups,

    /// <summary>Requests of which no more is known than where they went.</summary>
    Requests,
}

/// <summary>One change: who made it, what it was, and what was so before and after.</summary>
public sealed class AuditEntry
{
    internal static readonly IReadOnlyDictionary<string, string?> Nothing = new Dictionary<string, string?>();

    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The actor's name.</summary>
    public required string Who { get; set; }

    public string? Role { get; set; }

    public string? Address { get; set; }

    public AuditArea Area { get; set; }

    /// <summary>What was done, in words such as <c>source changed</c>.</summary>
    public required string What { get; set; }

    /// <summary>To what: a source's id, a story's number, a key's name.</summary>
    public string? Target { get; set; }

    /// <summary>What was so before, by name; secrets masked.</summary>
    public IReadOnlyDictionary<string, string?> Before { get; set; } = Nothing;

    /// <summary>What is so after, by name; secrets masked.</summary>
    public IReadOnlyDictionary<string, string?> After { get; set; } = Nothing;
}
