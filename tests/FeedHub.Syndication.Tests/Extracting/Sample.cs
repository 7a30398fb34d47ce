using System.Text;
using FeedHub.Syndication.Extracting;

namespace FeedHub.Syndication.Tests.Extracting;

/// <summary>Pages of our own for the tests.</summary>
internal static class Sample
{
    public const string Headline = "Pasar ikan dibuka lagi setelah tiga bulan tutup";

    public static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Three paragraphs that are enough of an article.</summary>
    public const string Paragraphs =
        "<p>Pedagang di pasar ikan kembali berjualan sejak pagi, dan pembeli datang lebih banyak daripada yang diperkirakan oleh "
            + "pengelola.</p>"
        + "<p>Menurut kepala pasar, atap yang bocor sudah diganti, saluran air diperbaiki, dan harga sewa kios tidak dinaikkan "
        + "tahun ini.</p>"
        + "<p>Warga berharap jalan di depan pasar ikut diperbaiki, sebab truk yang membawa ikan sering terjebak lumpur ketika hujan "
        + "turun.</p>";

    /// <summary>A page with the sample headline above what is given.</summary>
    public static Article Page(string body, string head = "", string url = "https://paper.example/read/17/pasar-ikan") =>
        Read($"<!doctype html><html lang=\"id\"><head><title>{Headline} - Paper</title>{head}</head><body><h1>{Headline}</h1>"
            + $"{body}</body></html>", url);

    public static Article Read(string html, string url = "https://paper.example/read/17/pasar-ikan") =>
        ArticlePage.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", new Uri(url), Now);

    /// <summary>JSON-LD in its script.</summary>
    public static string Data(string json) => $"<script type=\"application/ld+json\">{json}</script>";
}
