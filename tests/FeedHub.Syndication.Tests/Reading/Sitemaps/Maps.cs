using System.IO.Compression;
using System.Text;
using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Syndication.Tests.Reading.Sitemaps;

/// <summary>Made-up sitemaps.</summary>
internal static class Maps
{
    public static readonly DateTimeOffset Now = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    public static readonly SitemapOptions Options = new() { Now = Now, BaseUrl = new("https://harian.example/news.xml") };

    /// <summary>An entry of the news extension.</summary>
    public static string News(string path, string inside) =>
        $"<url><loc>https://harian.example/{path}</loc><news:news><news:publication><news:name>Harian Contoh</news:name>"
        + $"<news:language>id</news:language></news:publication>{inside}</news:news></url>";

    public static string Set(params string[] entries) =>
        "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        + $"xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">{string.Concat(entries)}</urlset>";

    public static ParsedSitemap Read(string text, SitemapOptions? options = null) =>
        SitemapDocument.Read(Encoding.UTF8.GetBytes(text), options ?? Options);

    public static SitemapEntry One(string text) => Assert.Single(Read(text).Entries);

    public static byte[] Packed(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return memory.ToArray();
    }
}
