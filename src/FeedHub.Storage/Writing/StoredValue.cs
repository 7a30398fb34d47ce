using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Writing;

/// <summary>Values as the database has them.</summary>
internal static class StoredValue
{
    /// <summary>What is stored for a value of the model.</summary>
    public static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        TimeSpan span => (long)span.TotalMilliseconds,
        Enum named => named.ToString(),
        Reason reason => reason.Stored,
        _ => value,
    };
}
