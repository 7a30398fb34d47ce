using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Identity;

/// <summary>How far a source's own ids can be trusted.</summary>
public enum IdentityPolicy
{
    /// <summary>The guid names the item; link, and title with date, are aliases.</summary>
    Guid,

    /// <summary>The source has used one guid for different articles: the link names the item.</summary>
    Link,
}

/// <summary>What kind of evidence a key is; in falling order of strength.</summary>
public enum KeyKind
{
    /// <summary>The guid as published.</summary>
    Guid,

    /// <summary>The canonical address of the item's page.</summary>
    Link,

    /// <summary>A guid that is an address, without scheme and host: it survives a move of the site. Needs a second signal.</summary>
    GuidPath,

    /// <summary>Title with publication time (or title alone where there is no time and nothing else).</summary>
    TitleDate,
}

/// <summary>A key of an item within its source.</summary>
/// <param name="Kind">What it was made from.</param>
/// <param name="Hash">First 8 bytes of SHA-256 over kind and value: the same for ever, on every machine.</param>
public readonly record struct ItemKey(KeyKind Kind, long Hash);

/// <summary>The item with everything that tells which item it is.</summary>
/// <param name="Item">The item as read.</param>
/// <param name="Keys">Keys in falling order of strength; never empty.</param>
/// <param name="CanonicalUrl">Canonical address that other sources' items are compared by, or null.</param>
public sealed record IdentifiedItem(ParsedItem Item, IReadOnlyList<ItemKey> Keys, string? CanonicalUrl);

/// <summary>The items of one document with their keys, repeats inside the document taken out.</summary>
/// <param name="Items">In document order.</param>
/// <param name="Policy">The policy to go on with: <see cref="IdentityPolicy.Link"/> once guids have proved bad.</param>
/// <param name="Note">Why the policy changed, in words, or null.</param>
public sealed record IdentifiedDocument(IReadOnlyList<IdentifiedItem> Items, IdentityPolicy Policy, string? Note);

/// <summary>What is stored of an item, as far as identity asks.</summary>
public sealed record KnownItem(string? Guid, string? CanonicalUrl, string? Title, DateTimeOffset? Published);

/// <summary>Which item is this: pure decisions over what was read and what is known.</summary>
public static class ItemIdentity
{
    /// <summary>
    /// Keys for every item of a document. A guid or link shared by items that are evidently different articles is no key for
    /// any of them; for guids this also switches the policy.
    /// </summary>
    public static IdentifiedDocument Identify(IReadOnlyList<ParsedItem> items, IdentityPolicy policy) => throw new NotImplementedException();

    /// <summary>
    /// Whether an item found by a key of <paramref name="kind"/> is the same one: strong keys hold unless everything else
    /// speaks against them (link, title and publication time all differ), weak ones need title or time to agree.
    /// </summary>
    public static bool IsSame(KeyKind kind, IdentifiedItem candidate, KnownItem known) => throw new NotImplementedException();

    /// <summary>Hash that keys and <c>StoryKeys</c> are stored by.</summary>
    public static long Hash(string value) => throw new NotImplementedException();
}
