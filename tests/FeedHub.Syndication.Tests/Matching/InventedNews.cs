namespace FeedHub.Syndication.Tests.Matching;

/// <summary>An invented article and what papers make of it: <c>invented-news.txt</c>.</summary>
internal sealed class InventedNews
{
    private readonly ILookup<string, string> _lines;

    private InventedNews(IEnumerable<string> lines) =>
        _lines = lines.Select(line => line.Split(": ", 2)).ToLookup(part => part[0], part => part[1]);

    public static IReadOnlyList<InventedNews> All { get; } = [.. Read()];

    public Article Article => new(Of("title").Single(), string.Join(' ', Of("text")));

    /// <summary>The sentences of the article.</summary>
    public IReadOnlyList<string> Sentences => [.. Of("text")];

    /// <summary>The article under another paper's headline.</summary>
    public IEnumerable<Article> Retitled => Of("headline").Select(title => Article.Titled(title));

    /// <summary>The article as another desk writes it.</summary>
    public IEnumerable<Article> Spelt => Of("spelt").Select(Parse);

    /// <summary>What is not the article: others' own reports, follow-ups, the same pattern about something else.</summary>
    public IEnumerable<Article> Others => Of("own").Concat(Of("later")).Concat(Of("other")).Select(Parse);

    private IEnumerable<string> Of(string key) => _lines[key];

    private static Article Parse(string line) => new(line.Split(" | ")[0], line.Split(" | ")[1]);

    private static IEnumerable<InventedNews> Read()
    {
        using var stream = typeof(InventedNews).Assembly.GetManifestResourceStream("invented-news.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("\n\n").Select(Lines).Where(lines => lines.Count > 0).Select(lines => new InventedNews(lines))];
    }

    private static List<string> Lines(string block) => [.. block.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
