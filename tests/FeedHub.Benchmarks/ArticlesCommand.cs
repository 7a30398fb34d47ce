using System.Diagnostics;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedHub.Syndication.Extracting;

namespace FeedHub.Benchmarks;

/// <summary>Reads the article pages of a folder with the product's own code and prints one JSON record a line. Of the folder's truth it
/// takes only where each page is and what its address was.</summary>
internal static class ArticlesCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A record for each page of <c>truth.jsonl</c>.</summary>
    public static int Run(string folder)
    {
        foreach (var row in Rows(folder, "truth.jsonl"))
        {
            var file = row.GetProperty("file").GetString()!;
            var (article, spent) = Timed(() => Read(folder, file, row.GetProperty("url").GetString()!));
            Print(Record(file, article, spent));
        }

        return 0;
    }

    /// <summary>A record for each article over several pages of <c>multi.jsonl</c>.</summary>
    public static int RunJoined(string folder)
    {
        foreach (var row in Rows(folder, "multi.jsonl"))
        {
            var files = Texts(row, "files");
            var pages = files.Zip(Texts(row, "urls"), (file, url) => Read(folder, file, url)).ToList();
            Print(new { file = files[0], text = ArticleJoiner.Join(pages).Text });
        }

        return 0;
    }

    private static IEnumerable<JsonElement> Rows(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static List<string> Texts(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static Article Read(string folder, string file, string url)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, "pages", file)), CompressionMode.Decompress);
        var page = new MemoryStream();
        packed.CopyTo(page);
        return ArticlePage.Read(page.ToArray(), contentType: null, new Uri(url), TimeProvider.System.GetUtcNow());
    }

    private static (Article Article, double Milliseconds) Timed(Func<Article> read)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var article = read();
        return (article, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }

    private static object Record(string file, Article article, double spent) => new
    {
        file,
        text = article.Text,
        title = article.Title,
        authors = article.Authors,
        editors = article.Editors,
        published = article.Published?.ToString(),
        modified = article.Modified?.ToString(),
        section = article.Section,
        keywords = article.Keywords,
        language = article.Language,
        image = article.Picture,
        canonical = article.Canonical,
        next = article.Next,
        ms = spent,
    };

    private static void Print(object record) => Console.WriteLine(JsonSerializer.Serialize(record, Json));
}
