using System.Globalization;
using System.Security.Cryptography;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading.Cleaning;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Matching;

/// <summary>Digests and fingerprints are stored: the same text must have the same ones for ever, however they are worked out.</summary>
public class StableValuesTests
{
    private static readonly string Long =
        string.Concat(Enumerable.Range(0, 90)
            .Select(i => $"Babak ke{i % 7} berjalan {i} menit dan kiper menepis bola nomor{i * 31 % 17}. "));

    public static TheoryData<string?, string, long, string, string, string> Values => new()
    {
        {
            "Banjir rendam tiga desa di Demak",
            "Hujan deras sejak Selasa malam membuat sungai meluap dan merendam tiga desa. Dibaca 1.204 kali. Sebanyak 340 warga mengungsi ke "
                + "balai desa, kata camat, 5 menit lalu.",
            1647971790083155372, "8c50e1f864a2f515", "id", "disaster 0.9244543756543212"
        },
        {
            "City’s central bank holds its rate at 4.25 percent",
            "The bank said on Friday that “prices are easing”, and left its rate unchanged – as 31 of 40 analysts had expected… It will look "
                + "again in 6 weeks.",
            489876776027385468, "ad23292e65a82ae2", "en", "economy 0.9861223400520778"
        },
        {
            "Ligue 1 : l’équipe ﬁnit à égalité",
            "Œuvre de Łukasz, l'été fut très chaud à Øresund; naïve façade, ½ heure après.",
            -5272701739558072811, "555c9eb540bbf37b", "", "sport 0.781026139366843"
        },
        {
            "北京大学发布报告", "北京大学今天发布了一份关于气候变化的报告，研究人员说气温上升了１．５度。",
            -9177061700787237278, "87c67869a5dee750", "zh", "sport 0.630457189534167"
        },
        {
            "ฝนตกหนักในกรุงเทพ", "กรมอุตุนิยมวิทยาเตือนฝนตกหนัก 3 วัน", -7053756995636242792, "aad050e0bc8e2062", "th",
            "arts 0.6128837404936223"
        },
        {
            null, "Don't panic: Ukraine's 2nd F-16 can't fly 1,100 km, it's a \uD800 half and a 👍 whole.", -5926152224976810048,
            "d29ae22c2c3abf74", "en", "economy 0.7731938645744637"
        },
        { "Pemain timnas cetak gol", Long, 8868529659497192312, "963dc5e7b7cdc692", "id", "sport 0.999940285525382" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void ATextsValues_Stay(string? title, string text, long digest, string print, string language, string guess)
    {
        var first = CategoryModel.Shipped.Value.Classify(title, text, "id")[0];
        Assert.Equal(digest, TextDigest.Of(title, text));
        Assert.Equal(print, Convert.ToHexStringLower(SHA256.HashData(Fingerprint.Of(title, text).ToBytes()))[..16]);
        Assert.Equal(language, LanguageGuess.Of(title, text) ?? "");
        Assert.Equal(guess, string.Create(CultureInfo.InvariantCulture, $"{first.Slug} {first.Confidence:R}"));
    }

    [Fact]
    public void TheSample_IsOfTheSmallestOrders_HoweverManyShinglesThereAre()
    {
        for (var words = 60; words < 3000; words = words * 5 / 4)
        {
            var text = string.Join(' ', Enumerable.Range(0, words).Select(i => $"kata{i * 7919 % 1009}lain{i % 13}"));
            var ids = WordIds.Of(text);
            var opening = Enumerable.Range(0, Fingerprint.MaxOpening - 2).Select(i => Shingles.Id(Shingles.At(ids, i))).ToHashSet();
            var orders = Enumerable.Range(Fingerprint.MaxOpening - 2, Math.Max(0, Shingles.CountOf(ids) - Fingerprint.MaxOpening + 2))
                .Select(i => Shingles.At(ids, i)).Where(shingle => opening.Add(Shingles.Id(shingle))).Select(Shingles.Order).Order()
                    .ToList();
            var print = Fingerprint.Of(null, text);
            Assert.Equal(orders.Take(Fingerprint.MaxRest).Select(Shingles.FromOrder), print.Rest);
            Assert.Equal(orders.Count, print.RestCount);
        }
    }
}
