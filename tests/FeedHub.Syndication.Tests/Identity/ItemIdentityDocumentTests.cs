using System.Diagnostics;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Identity.Given;

namespace FeedHub.Syndication.Tests.Identity;

public class ItemIdentityDocumentTests
{
    private const string A = "https://example.com/a-1", B = "https://example.com/b-2";

    [Fact]
    public void OneGuidForDifferentArticles_IsNoKeyAndSwitchesThePolicy()
    {
        var document = Document(
            Item("1", A, "Satu", 0), Item("1", B, "Dua", 1), Item("1", "https://example.com/c-3", "Tiga", 2), Item("9", null, "Empat", 3));
        Assert.Equal(IdentityPolicy.Link, document.Policy);
        Assert.Equal(4, document.Items.Count);
        Assert.DoesNotContain(document.Items.SelectMany(i => i.Keys), k => k.Kind is KeyKind.Guid or KeyKind.GuidPath);
        Assert.StartsWith("3 different items share the guid '1':", document.Note?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OneGuidAndOneLinkForAll_LosesNoItem()
    {
        var document = Document(Item("x", A, "Satu"), Item("x", A, "Dua"), Item("x", A, "Tiga"));
        Assert.Equal(3, document.Items.Count);
        Assert.All(document.Items, i => Assert.Equal([KeyKind.TitleDate], i.Kinds()));
        Assert.All(document.Items, i => Assert.Null(i.CanonicalUrl));
        Assert.Equal(3, document.Items.Select(i => i.Keys[0]).Distinct().Count());
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData(null, null)]
    [InlineData("1", null)]
    public void OneLinkForDifferentArticles_IsNoKey(string? one, string? other)
    {
        var document = Document(Item(one, A, "Satu", 0), Item(other, A + "?utm_source=rss", "Dua", 1), Item("3", B, "Tiga", 2));
        Assert.Equal(IdentityPolicy.Guid, document.Policy);
        Assert.Null(document.Note);
        Assert.Equal([null, null, "example.com/b-2"], document.Items.Select(i => i.CanonicalUrl));
        Assert.DoesNotContain(document.Items.Take(2).SelectMany(i => i.Keys), k => k.Kind == KeyKind.Link);
    }

    [Fact]
    public void OnePageWithANewGuidAndTimeForEachEdition_KeepsEveryEdition()
    {
        var document = Document(Item("1", A, "Harga emas hari ini", 0), Item("2", A, "Harga emas hari ini", 24));
        Assert.Equal(2, document.Items.Count);
        Assert.All(document.Items, i => Assert.Equal([KeyKind.Guid, KeyKind.TitleDate], i.Kinds()));
    }

    public static TheoryData<ParsedItem, ParsedItem> RepeatedItems => new()
    {
        { Item("1", A, "Satu", 0), Item("1", A, "Satu", 0) },
        { Item("1", A, "Satu", 0), Item("1", A, "SATU ", 5) },
        { Item("1", A, "Satu", 0), Item("1", B, "Satu", 0) },
        { Item("1", A, "Satu", 0), Item("1", A, "Satu, diperbarui", 5) },
        { Item("1", A, "Satu", 0), Item("2", A, "Satu", 0) },
        { Item("1", A, "Satu", 0), Item(null, A, "Satu", 0) },
        { Item(null, A, "Satu", 0), Item(null, A, "Satu", 0) },
        { Item(null, A, "Satu", 0), Item(null, A, "Satu") },
        { Item(A, A, "Satu", 0), Item(A, A, "Satu", 0) },
        { Item("1", A, "Satu", 0, "isi"), Item("1", A, "Satu", 5, "isi") },
        { Item("1", A, null, 0, "isi"), Item("1", A, null, 5, "isi") },
        { Item(null, null, "Satu", 0), Item(null, null, "Satu", 0) },
        { Item(null, null, "Satu", null, "isi"), Item(null, null, "Satu", null, "isi") },
        { Item(null, null, null), Item(null, null, null) },
    };

    [Theory]
    [MemberData(nameof(RepeatedItems))]
    public void ARepeat_IsTakenOutAndTheFirstWins(ParsedItem first, ParsedItem repeat)
    {
        var document = Document(first, repeat);
        Assert.Same(first, Assert.Single(document.Items).Item);
        Assert.Equal((IdentityPolicy.Guid, null), (document.Policy, document.Note));
    }

    public static TheoryData<ParsedItem, ParsedItem> UnequalTwins => new()
    {
        { Item("1", A, "Satu"), Item("1", A, "Satu", 0, "isi") },
        { Item(null, A, "Satu", 0), Item(null, A, "Satu", 0, "isi") },
        { Item("1", A, null, 0), Item("1", A, "Satu", 0, "isi") },
        { Item("1", A, "Satu", 0, "cuplikan"), Item("1", A, "Satu", null, string.Concat(Enumerable.Repeat("isi lengkap ", 20))) },
        { Item("1", A, "Satu", null, "isi"), Item("1", A, "Satu", 0) },
    };

    [Theory]
    [MemberData(nameof(UnequalTwins))]
    public void OfTwins_TheTitleDateAndTextOfEitherAreKept(ParsedItem first, ParsedItem twin)
    {
        var item = Assert.Single(Document(first, twin).Items).Item;
        Assert.Equal(("Satu", Noon), (item.Title, item.Published ?? Noon));
        Assert.Equal(first.Published ?? twin.Published, item.Published);
        Assert.Equal(new[] { first.ContentHtml, twin.ContentHtml }.MaxBy(text => text?.Length), item.ContentHtml);
    }

    [Fact]
    public void AColumnUnderOneLinkAndTitle_IsAnItemADay()
    {
        var days = Enumerable.Range(0, 99).Select(day => Item(null, A, day % 33 == 0 ? "Prakiraan cuaca" : $"Judul {day}", -24 * day))
            .ToArray();
        Assert.Equal(99, Document(days).Items.Count);
    }

    public static TheoryData<ParsedItem, ParsedItem> DifferentItems => new()
    {
        { Item("1", A, "Satu", 0), Item("2", B, "Satu", 0) },
        { Item("1", null, "Satu", 0), Item("2", null, "Satu", 0) },
        { Item(null, A + "#1", "Kabar", 0), Item(null, A + "#2", "Kabar", 1) },
        { Item("1", null, "Satu"), Item("1", null, "Dua") },
        { Item("1", A, null, null, "isi"), Item("1", B, null, null, "lain") },
        { Item(null, null, "Satu", 0), Item(null, null, "Satu", 1) },
        { Item(null, A, "Satu", 0), Item(null, A, "Satu", 24) },
        { Item(A, A, "Satu", 0), Item(A, A, "Satu", 24) },
        { Item("1", A, "Satu", 0, "isi"), Item("1", A, "Satu", 24, "lain") },
        { Item("1", A, "Satu", 0, "isi"), Item("1", A, "Dua", 24, "lain") },
        { Item("1", A, null, 0, "isi"), Item("1", A, null, 0, "lain") },
        { Item("1", null, null, null, "isi"), Item("1", null, null, null, "lain") },
        { Item(null, null, "Satu", null, "isi"), Item(null, null, "Satu", null, "lain") },
        { Item("http://a.example/p/1", null, "Satu", 0), Item("http://b.example/p/1", null, "Dua", 1) },
    };

    [Theory]
    [MemberData(nameof(DifferentItems))]
    public void DifferentItems_StayAndShareNoKey(ParsedItem one, ParsedItem other)
    {
        var items = Document(one, other).Items;
        Assert.Equal(2, items.Count);
        Assert.All(items, i => Assert.NotEmpty(i.Keys));
        Assert.Empty(items[0].Keys.Intersect(items[1].Keys));
    }

    [Fact]
    public void ALargeDocumentUnderOneGuid_IsReadInLinearTime()
    {
        var items = Enumerable.Range(0, 20_000).Select(n => Item("x", A + n, "Judul " + n, n % 100)).ToArray();
        var watch = Stopwatch.StartNew();
        Assert.Equal(items.Length, Document(items).Items.Count);
        // Pair by pair this takes minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }
}
