using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Identity;

/// <summary>Which item is this: pure decisions over what was read and what is known.</summary>
public static class ItemIdentity
{
    /// <summary>
    /// Keys for every item of a document. A guid or link shared by items that are evidently different articles is no key for
    /// any of them; for guids this also switches the policy, unless it is <paramref name="pinned"/>.
    /// </summary>
    public static IdentifiedDocument Identify(IReadOnlyList<ParsedItem> items, IdentityPolicy policy, bool pinned = false)
    {
        var distinct = Repeats.Remove([.. items.Select(ItemFacts.Of)]);
        var note = policy == IdentityPolicy.Guid && !pinned ? SharedGuids.Describe(distinct) : null;
        var next = note is null ? policy : IdentityPolicy.Link;
        var identified = DocumentKeys.Assign(distinct, next, out var isShared);
        return new IdentifiedDocument(identified, next, note) { IsEachItsOwn = distinct.Count == items.Count && !isShared };
    }

    /// <summary>
    /// Whether an item found by a key of <paramref name="kind"/> is the same one: strong keys hold unless everything else
    /// speaks against them (link, title and publication time all differ), weak ones need title or time to agree.
    /// </summary>
    public static bool IsSame(KeyKind kind, IdentifiedItem candidate, KnownItem known) =>
        Evidence.Of(candidate, known).Confirms(kind);

    /// <summary>
    /// Whether an item found by a key of <paramref name="kind"/> is meant more than the one <paramref name="found"/> before: a page
    /// that has a new edition a day, under one title, leads to any of them, and title with date to one.
    /// </summary>
    public static bool IsNearer(KeyKind kind, IdentifiedItem candidate, KnownItem known, KnownItem found) =>
        kind == KeyKind.TitleDate
        && Evidence.Of(candidate, found).Published == Agreement.Differs
        && Evidence.Of(candidate, known) is { Title: Agreement.Same, Published: Agreement.Same } evidence
        && evidence.Confirms(kind);

    /// <summary>Whether an item is known under another guid or address than it has now.</summary>
    public static bool IsRenamed(IdentifiedItem candidate, KnownItem known) =>
        Evidence.Of(candidate, known) is { Guid: Agreement.Differs } or { Link: Agreement.Differs };

    /// <summary>Keys that name a known item by guid and address: those that it is no longer found by once others stand in their
    /// place.</summary>
    public static IReadOnlyList<ItemKey> NamesOf(KnownItem known) => DocumentKeys.Names(ItemFacts.Trimmed(known.Guid), known.CanonicalUrl);

    /// <summary>Hash that keys and <c>StoryKeys</c> are stored by.</summary>
    public static long Hash(string value) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}
