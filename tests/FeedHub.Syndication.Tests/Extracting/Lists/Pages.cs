using System.Text;
using FeedHub.Syndication.Extracting.Lists;

namespace FeedHub.Syndication.Tests.Extracting.Lists;

/// <summary>Made-up list pages.</summary>
internal static class Pages
{
    public static readonly DateTimeOffset Now = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    public static readonly ListOptions Options = new()
    {
        BaseUrl = new("https://harian.example/indeks"),
        Now = Now,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
    };

    public static readonly string[] Headlines =
    [
        "Harga cabai di Pasar Induk turun tajam", "Pelajar Kudus juarai lomba robot nasional", "Jembatan baru di Brebes mulai dipakai",
        "Nelayan Cilacap kembali melaut setelah badai", "Persijap menang tipis atas tuan rumah", "Dinas siapkan vaksin untuk ribuan sapi",
    ];

    public static ListPage Parse(string body, ListOptions? options = null) =>
        ListPage.Parse(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=id><head><meta charset=utf-8></head><body>{body}</body></html>"),
            options ?? Options);

    /// <summary>A row of items, made of each headline, its address and its number.</summary>
    public static string Row(Func<string, string, int, string> item) => string.Concat(Headlines.Select((title, n) =>
        item(title, $"/read/{8812300 + n}/{title.ToLowerInvariant().Replace(' ', '-')}", n)));

    /// <summary>What FeedHub takes by its own proposal, read again by the selectors of the proposal.</summary>
    public static IReadOnlyList<ListEntry> Proposed(string body, ListOptions? options = null)
    {
        var page = Parse(body, options);
        return page.Propose().Selectors is { } selectors ? page.Read(selectors) : [];
    }
}
