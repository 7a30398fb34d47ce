using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Ingesting;

/// <summary>What taking in needs to know of the source.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="Tagged">What it brings to tagging.</param>
/// <param name="Language">Language of items that declare none, or null.</param>
/// <param name="Identity">How far its guids are trusted.</param>
/// <param name="TimeZone">Zone of dates that carry none.</param>
public sealed record ReadySource(long Id, TaggedSource Tagged, string? Language, IdentityPolicy Identity, TimeZoneInfo TimeZone);

/// <summary>An item ready to be stored: all that needs no database is decided.</summary>
/// <param name="Identified">The item with its keys.</param>
/// <param name="Tags">Its categories.</param>
/// <param name="Authors">As published, else those that its text names.</param>
/// <param name="Published">As published, else when it was updated, else the date at the head of its text, else null.</param>
/// <param name="Language">Its own, else the source's, else its text's.</param>
/// <param name="ContentHash">Hash over everything that was read of it.</param>
public sealed record ReadyItem(IdentifiedItem Identified, IReadOnlyList<Tag> Tags, IReadOnlyList<string> Authors, DateTimeOffset? Published, string? Language, long ContentHash);

/// <summary>A document ready to be stored.</summary>
public sealed record ReadyDocument(IReadOnlyList<ReadyItem> Items, IdentityPolicy Identity, string? IdentityNote);

/// <summary>What taking in came to.</summary>
/// <param name="New">Items stored for the first time.</param>
/// <param name="Changed">Items known before whose content changed.</param>
public readonly record struct IngestResult(int New, int Changed)
{
    /// <summary>Both together.</summary>
    public static IngestResult operator +(IngestResult a, IngestResult b) => new(a.New + b.New, a.Changed + b.Changed);
}
