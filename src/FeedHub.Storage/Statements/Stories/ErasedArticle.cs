using FeedHub.Model.Stories;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Tells whether a text that was kept of an item is of the erased article, also where that item is gone. Rather one label too many
/// goes than that one stays.</summary>
/// <param name="items">The article's items.</param>
/// <param name="addresses">Hashes of its canonical addresses.</param>
internal sealed class ErasedArticle(IReadOnlyList<LabelledItem> items, IReadOnlyList<long> addresses)
{
    private readonly HashSet<(string, string)> _ids = [.. items.Where(i => i.Id is not null).Select(i => (i.Source, i.Id!))];
    private readonly HashSet<string> _everywhere = [.. items.Select(i => EntryId.GloballyUnique(i.Id)).OfType<string>()];
    private readonly HashSet<long> _addresses = [.. addresses];
    private readonly HashSet<long> _titles = [.. items.Select(i => Title(i.Title)).OfType<long>()];
    private readonly HashSet<long> _texts = [.. items.Select(i => Text(i.Summary)).OfType<long>()];
    private readonly HashSet<long> _wholes = [.. items.Select(i => Whole(i.Title, i.Summary)).OfType<long>()];

    /// <summary>By its id, its address, or what it says.</summary>
    public bool Is(LabelledItem item) =>
        (item.Id is { } id && (_ids.Contains((item.Source, id)) || _everywhere.Contains(id)))
        || (CanonicalUrl.Of(item.Url) is { } address && _addresses.Contains(ItemIdentity.Hash(address)))
        || Says(item.Title, item.Summary);

    /// <summary>By its headline or its text, where these are long enough to tell it, else by both.</summary>
    public bool Says(string? title, string? text) =>
        Has(_titles, Title(title)) || Has(_texts, Text(text)) || Has(_wholes, Whole(title, text));

    private static bool Has(HashSet<long> known, long? digest) => digest is { } told && known.Contains(told);

    private static long? Title(string? title) => title?.Length >= LastingIdentity.LeastTitle ? TextDigest.Of(title, "") : null;

    private static long? Text(string? text) => text?.Length >= LastingIdentity.LeastText ? TextDigest.Of(null, Cut(text)) : null;

    private static long? Whole(string? title, string? text) => $"{title}{text}".Length > 0 ? TextDigest.Of(title, Cut(text ?? "")) : null;

    private static string Cut(string text) => HtmlText.Shorten(text, LabelledItems.MaxSummary);
}
