using System.Text.Json;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>What a page says in JSON-LD (schema.org): its objects in their order, each with its types.</summary>
internal sealed class LinkedData
{
    private const int MostObjects = 5_000;

    private static readonly string[] Around
        = ["BreadcrumbList", "WebSite", "Organization", "NewsMediaOrganization", "ImageObject", "ListItem"];

    private readonly List<JsonElement> _objects = [];

    private readonly OwnPage _page;

    private LinkedData(IEnumerable<JsonElement> documents, OwnPage page)
    {
        _page = page;
        foreach (var document in documents)
            Collect(document, 0);
    }

    /// <summary>The objects of all scripts of a page that can be read.</summary>
    public static LinkedData Of(PageNode root, Uri address) => new(
        PageScripts.OfLinkedData(root).Select(PageJson.ParseLoose)
            .OfType<JsonElement>(), new OwnPage(root, address));

    /// <summary>The objects of which one type ends with one of these words.</summary>
    public IEnumerable<JsonElement> OfType(params string[] ends) =>
        _objects.Where(o => TypesOf(o).Any(type => ends.Any(end => type.EndsWith(end, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The object that is the page's article, or null: of several the one with its headline or address, else the one that the
    /// most is said of.</summary>
    public JsonElement? Article
    {
        get
        {
            if (_article is null)
                _article = Chosen([.. OfType("Article", "BlogPosting", "Report", "Posting", "Review").Where(IsWhole)
                    .OrderByDescending(Weight)]);
            return _article.Count > 0 ? _article[0] : null;
        }
    }

    private List<JsonElement>? _article;

    private List<JsonElement> Chosen(List<JsonElement> articles) =>
        articles.Count < 2 ? articles : [.. articles.Where(_page.IsOf).Concat(articles).Take(1)];

    /// <summary>A text of the page's article, or of the page where it is told of that.</summary>
    public string? Text(string name) => Article is { } article ? PageJson.Text(article, name) : null;

    /// <summary>A text that is told of the page itself, or null.</summary>
    public string? OfPage(string name) =>
        OfType("WebPage").Select(page => PageJson.Text(page, name)).FirstOrDefault(text => text is not null);

    /// <summary>The names of people or publishers: their own, else of what they refer to by <c>@id</c> (JSON-LD 1.1, 3.3).</summary>
    public IEnumerable<string> Names(JsonElement who) => who.ValueKind == JsonValueKind.Array
        ? who.EnumerateArray().Take(50).SelectMany(Names)
        : PageJson.Texts(who).ToList() is { Count: > 0 } own ? own
        : PageJson.Text(who, "@id") is { } id
            ? _objects.Where(o => PageJson.Text(o, "@id") == id).SelectMany(o => PageJson.Texts(o, "name")).Take(1) : [];

    /// <summary>The article's text, the longest that is declared; null if none is.</summary>
    public string? Body => OfType("Article", "Posting", "Report", "Review", "WebPage", "Recipe").Select(
        o => PageJson.Get(o, "articleBody") ?? PageJson.Get(o, "reviewBody"))
        .OfType<JsonElement>().Select(PageJson.String).MaxBy(text => text.Length) is { Length: > 0 } body ? body : null;

    /// <summary>Whether the article is said to be free to read; null where nothing is said.</summary>
    public bool? IsFree => Article is { } article && PageJson.Get(article, "isAccessibleForFree") is { } free
        ? free.ValueKind == JsonValueKind.True || (free.ValueKind != JsonValueKind.False
            && !PageJson.String(free).EndsWith("false", StringComparison.OrdinalIgnoreCase))
        : null;

    private static bool IsWhole(JsonElement o) => PageJson.Get(o, "headline") is not null || PageJson.Get(o, "datePublished") is not null
        || PageJson.Get(o, "articleBody") is not null || PageJson.Get(o, "name") is not null;

    private static int Weight(JsonElement o)
    {
        string[] telling = ["headline", "datePublished", "author", "articleBody", "image", "mainEntityOfPage"];
        return telling.Count(name => PageJson.Get(o, name) is not null);
    }

    private static IEnumerable<string> TypesOf(JsonElement o) => PageJson.Texts(o, "@type");

    private void Collect(JsonElement element, int depth)
    {
        if (depth > 6 || _objects.Count >= MostObjects)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            _objects.Add(element);
            if (TypesOf(element).Any(type => Around.Contains(type)))
                return;
            foreach (var property in element.EnumerateObject())
            {
                if (property
                    .Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "itemReviewed" or "hasPart" or "isPartOf" or "review")
                    Collect(property.Value, depth + 1);
            }
        }
    }
}
