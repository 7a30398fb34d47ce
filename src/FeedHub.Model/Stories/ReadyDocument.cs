using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading.Again;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Stories;

/// <summary>A document ready to be stored.</summary>
/// <param name="Items">Its items in its order, but for those that are known as they are.</param>
/// <param name="Identity">How far its guids are trusted from now on.</param>
/// <param name="IdentityNote">Why that changed, or null.</param>
public sealed record ReadyDocument(IReadOnlyList<ReadyItem> Items, IdentityPolicy Identity, Reason? IdentityNote)
{
    /// <summary>Id and content hash of each item that is known as it is, in the document's order, with null for each of
    /// <see cref="Items"/> among them; null where these are all.</summary>
    public IReadOnlyList<long[]?>? Places { get; init; }

    /// <summary>What is kept of the document for the next one, or null.</summary>
    public LastDocument? Last { get; init; }

    /// <summary>Items that are known as they are.</summary>
    public IEnumerable<long[]> Known => Places?.OfType<long[]>() ?? [];

    /// <summary>Every item from the last to the first: ready, or known as it is.</summary>
    public IEnumerable<(ReadyItem? Ready, long[]? Known)> Backwards()
    {
        var next = Items.Count;
        for (var place = (Places?.Count ?? Items.Count) - 1; place >= 0; place--)
            yield return Places?[place] is { } known ? (null, known) : (Items[--next], null);
    }
}
