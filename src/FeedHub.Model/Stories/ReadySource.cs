using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Model.Stories;

/// <summary>What taking in needs to know of the source.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="Tagged">What it brings to tagging.</param>
/// <param name="Language">Language of items that declare none, or null.</param>
/// <param name="Identity">How far its guids are trusted.</param>
/// <param name="IdentityPinned">Whether an admin says so.</param>
/// <param name="TimeZone">Zone of dates that carry none.</param>
/// <param name="Site">Its site's page, else its own address: where its own items are.</param>
/// <param name="Unchanged">Hashes of items known as they are.</param>
public sealed record ReadySource(
    long Id, TaggedSource Tagged, string? Language, IdentityPolicy Identity, bool IdentityPinned, TimeZoneInfo TimeZone, string Site, IReadOnlySet<long> Unchanged);

/// <summary>An item ready to be stored: all that needs no database is decided.</summary>
/// <param name="identified">The item with its keys.</param>
/// <param name="contentHash">Hash over everything that was read of it.</param>
/// <param name="read">Reads the rest.</param>
public sealed class ReadyItem(IdentifiedItem identified, long contentHash, Func<ItemReading> read)
{
    private readonly Lazy<ItemReading> _reading = new(read);

    /// <summary>The item with its keys.</summary>
    public IdentifiedItem Identified => identified;

    /// <summary>Hash over everything that was read of it.</summary>
    public long ContentHash => contentHash;

    /// <summary>What its text tells. Read before the writer has it, unless it is known unchanged: most items of most documents are.</summary>
    public ItemReading Reading => _reading.Value;
}

/// <summary>What an item's text and its source's settings tell.</summary>
/// <param name="Tags">Its categories.</param>
/// <param name="Lessons">What it teaches about its source's categories and sections.</param>
/// <param name="Authors">As published, else those that its text names.</param>
/// <param name="Published">As published, else when it was updated, else the date at the head of its text, else null.</param>
/// <param name="Language">Its own, else the source's, else its text's.</param>
/// <param name="OwnSite">Whether its address is on its source's own site.</param>
/// <param name="TextLength">Characters of its cleaned text.</param>
/// <param name="TextHash">Hash of what a reader reads (<see cref="Syndication.Matching.TextDigest"/>).</param>
/// <param name="Fingerprint">What it is matched by, or null where there is nothing to go by.</param>
public sealed record ItemReading(
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<Habit> Lessons,
    IReadOnlyList<string> Authors,
    DateTimeOffset? Published,
    string? Language,
    bool OwnSite,
    int TextLength,
    long TextHash,
    Fingerprint? Fingerprint);

/// <summary>A document ready to be stored.</summary>
public sealed record ReadyDocument(IReadOnlyList<ReadyItem> Items, IdentityPolicy Identity, string? IdentityNote);

/// <summary>What taking in came to.</summary>
/// <param name="New">Items stored for the first time.</param>
/// <param name="Changed">Items known before whose content changed.</param>
/// <param name="Merged">How many of the new ones joined a story.</param>
public readonly record struct IngestResult(int New, int Changed, int Merged)
{
    /// <summary>Both together.</summary>
    public static IngestResult operator +(IngestResult a, IngestResult b) => new(a.New + b.New, a.Changed + b.Changed, a.Merged + b.Merged);
}
