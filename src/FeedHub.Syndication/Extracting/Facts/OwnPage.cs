using System.Text.Json;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Tells which of several things that a page's data speaks of is the page's own.</summary>
/// <param name="root">The page.</param>
/// <param name="address">Where it was found.</param>
internal sealed class OwnPage(PageNode root, Uri address)
{
    // A shorter headline may stand in another one.
    private const int LeastHeadline = 12;
    private const int MostTitles = 20;

    private readonly Lazy<List<string>> _titles = new(() => [.. root.All().Where(IsTitle).Take(MostTitles)
        .Select(node => Headlines.Key(node["content"] ?? (node.Text.Length > 0 ? node.Text : node.Words())))]);

    /// <summary>True where its headline is among the page's titles, or its address is the page's.</summary>
    public bool IsOf(JsonElement o) => HasTitle(o) || HasAddress(o);

    private bool HasTitle(JsonElement o) => (PageJson.Text(o, "headline") ?? PageJson.Text(o, "name")) is { } headline
        && Headlines.Key(headline) is { Length: >= LeastHeadline } key
        && _titles.Value.Any(title => title.Contains(key, StringComparison.Ordinal));

    private bool HasAddress(JsonElement o) => address.AbsolutePath.Length > 1
        && new[] { "url", "@id", "mainEntityOfPage" }.Select(name => Address(o, name)).OfType<string>()
            .Any(text => Uri.TryCreate(address, text, out var own) && own.PathAndQuery == address.PathAndQuery);

    private static string? Address(JsonElement o, string name) =>
        PageJson.Get(o, name) is { ValueKind: JsonValueKind.Object } page ? PageJson.Text(page, "@id") : PageJson.Text(o, name);

    private static bool IsTitle(PageNode node) => node.Name is "h1" or "title"
        || (node.Name == "meta" && node["property"]?.Equals("og:title", StringComparison.OrdinalIgnoreCase) == true);
}
