using System.Text.Json.Serialization;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Identity;

/// <summary>How far a source's own ids can be trusted.</summary>
public enum IdentityPolicy
{
    /// <summary>The guid names the item; link, and title with date, are aliases.</summary>
    Guid,

    /// <summary>The source has used one guid for different articles: the link names the item.</summary>
    Link,
}

/// <summary>The item with everything that tells which item it is.</summary>
/// <param name="Item">The item as read.</param>
/// <param name="Keys">Keys in falling order of strength; never empty.</param>
/// <param name="CanonicalUrl">Canonical address that other sources' items are compared by, or null.</param>
public sealed record IdentifiedItem(ParsedItem Item, IReadOnlyList<ItemKey> Keys, string? CanonicalUrl)
{
    /// <summary>The key that stays the same from look to look.</summary>
    [JsonIgnore]
    public ItemKey Name => Keys.Any(key => key.Kind == KeyKind.Path) ? Keys.First(key => key.Kind == KeyKind.Path) : Keys[0];
}

/// <summary>The items of one document with their keys, repeats inside the document taken out.</summary>
/// <param name="Items">In document order.</param>
/// <param name="Policy">The policy to go on with: <see cref="IdentityPolicy.Link"/> once guids have proved bad.</param>
/// <param name="Note">Why the policy changed, or null.</param>
public sealed record IdentifiedDocument(IReadOnlyList<IdentifiedItem> Items, IdentityPolicy Policy, Reason? Note)
{
    /// <summary>True if each item of the document was one of its own: none a repeat of another, and no key shared.</summary>
    public bool IsEachItsOwn { get; init; }
}

/// <summary>What is stored of an item, as far as identity asks.</summary>
public sealed record KnownItem(string? Guid, string? CanonicalUrl, string? Title, DateTimeOffset? Published);
