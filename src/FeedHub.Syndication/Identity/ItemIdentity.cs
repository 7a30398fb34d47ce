using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Identity;

/// <summary>Which item is this: pure decisions over what was read and what is known.</summary>
public static class ItemIdentity
{
    // UTF-16 units that are encoded at once, and the most bytes of one.
    private const int Block = 512;
    private const int MostBytes = 3;

    /// <summary>
    /// Keys for every item of a document. A guid or link shared by items that are evidently different articles is not a key for
    /// any of them; for guids this also switches the policy, unless it is <paramref name="pinned"/>.
    /// </summary>
    /// <param name="items">The document's items.</param>
    /// <param name="policy">What its guids are worth so far.</param>
    /// <param name="pinned">True where an admin said so.</param>
    /// <param name="isList">True of a list page: its links may carry parameters that change with each look.</param>
    public static IdentifiedDocument Identify(
        IReadOnlyList<ParsedItem> items, IdentityPolicy policy, bool pinned = false, bool isList = false)
    {
        var distinct = Repeats.Remove([.. items.Select(ItemFacts.Of)]);
        var note = policy == IdentityPolicy.Guid && !pinned ? SharedGuids.Describe(distinct) : null;
        var next = note is null ? policy : IdentityPolicy.Link;
        var identified = DocumentKeys.Assign(distinct, next, isList, out var isShared);
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
    public static long Hash(string value) => HashOf(value);

    /// <summary>The same of many parts as one text with <paramref name="end"/> behind each; that text is never made.</summary>
    public static long Hash(IEnumerable<string?> parts, char end)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(Block * MostBytes);
        foreach (var part in parts)
        {
            Add(hash, part, block);
            Add(hash, [end], block);
        }

        ArrayPool<byte>.Shared.Return(block);
        Span<byte> all = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(all);
        return BinaryPrimitives.ReadInt64BigEndian(all);
    }

    /// <summary><see cref="Hash(string)"/> of a text that lies anywhere.</summary>
    internal static long HashOf(ReadOnlySpan<char> value)
    {
        var pooled = value.Length <= Block ? null : ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var bytes = pooled ?? stackalloc byte[Block * MostBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(value, bytes)], hash);
        if (pooled is not null)
            ArrayPool<byte>.Shared.Return(pooled);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    // Pairs of surrogates stay whole.
    private static void Add(IncrementalHash hash, ReadOnlySpan<char> text, byte[] block)
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, Block);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                length--;
            hash.AppendData(block, 0, Encoding.UTF8.GetBytes(text[..length], block));
            text = text[length..];
        }
    }
}
