namespace FeedHub.Storage.Files;

/// <summary>What is known of a source's icon.</summary>
/// <param name="At">When its publisher was asked.</param>
/// <param name="Hash">Names the bytes; null: there was none to be had.</param>
public sealed record KnownIcon(DateTimeOffset At, string? Hash);

/// <summary>Where publishers' icons are kept, by the public id of their source.</summary>
public interface IIconStore
{
    /// <summary>What is known of each.</summary>
    Dictionary<string, KnownIcon> Known();

    /// <summary>The bytes of one; null: it is not there.</summary>
    byte[]? Bytes(string slug);

    /// <summary>Keeps one; null for the bytes: there was none to be had.</summary>
    void Put(string slug, KnownIcon icon, byte[]? bytes);

    /// <summary>Its publisher was asked again, and had none; one from before stays.</summary>
    void Touch(string slug, DateTimeOffset at);

    /// <summary>Lets go of one.</summary>
    void Remove(string slug);

    /// <summary>Some are other ones now: nodes that share them are told.</summary>
    void Tell()
    {
        // Where there is one node, it knows.
    }
}
