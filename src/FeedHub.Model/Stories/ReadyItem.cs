using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;

namespace FeedHub.Model.Stories;

/// <summary>An item ready to be stored: all that needs no database is decided.</summary>
/// <param name="identified">The item with its keys.</param>
/// <param name="contentHash">Hash over everything that was read of it.</param>
/// <param name="read">Reads the rest.</param>
public sealed class ReadyItem(IdentifiedItem identified, long contentHash, Func<ParsedItem, ItemReading> read)
{
    private readonly Lazy<ItemReading> _reading = new(() => read(identified.Item));

    /// <summary>The item with its keys.</summary>
    public IdentifiedItem Identified => identified;

    /// <summary>Hash over everything that was read of it.</summary>
    public long ContentHash => contentHash;

    /// <summary>What its text tells. Read before the writer has it, unless it is known unchanged: most items of most documents
    /// are.</summary>
    public ItemReading Reading => _reading.Value;

    /// <summary>The same as far as it was read; null: nobody has asked yet.</summary>
    public ItemReading? ReadSoFar => _reading.IsValueCreated ? _reading.Value : null;

    /// <summary>The same item with more than its feed says of it; it is still known by what that says.</summary>
    public ReadyItem With(IdentifiedItem more) => new(more, contentHash, read);
}
