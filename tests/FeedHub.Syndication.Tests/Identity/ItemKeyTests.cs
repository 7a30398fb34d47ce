using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Identity.Given;

namespace FeedHub.Syndication.Tests.Identity;

public class ItemKeyTests
{
    private const string Url = "https://example.com/a-1";

    [Fact]
    public void Hash_IsTheFirstEightBytesOfSha256() => Assert.Equal(unchecked((long)0xba7816bf8f01cfea), ItemIdentity.Hash("abc"));

    // Stored in databases: a change here makes every item of every source new.
    [Fact]
    public void Keys_StayTheSameForEver()
    {
        var item = Assert.Single(Document(Item("https://example.com/?p=1", Url, "Satu", 0)).Items);
        Assert.Equal(
            [
                new ItemKey(KeyKind.Guid, ItemIdentity.Hash("g\nhttps://example.com/?p=1")),
                new ItemKey(KeyKind.Link, ItemIdentity.Hash("l\nexample.com/a-1")),
                new ItemKey(KeyKind.GuidPath, ItemIdentity.Hash("p\n?p=1")),
                new ItemKey(KeyKind.TitleDate, ItemIdentity.Hash("t\nsatu\n1795176000")),
            ],
            item.Keys);
        Assert.Equal("example.com/a-1", item.CanonicalUrl);
    }

    [Theory]
    [InlineData("1", Url, "Satu", 0, new[] { KeyKind.Guid, KeyKind.Link, KeyKind.TitleDate })]
    [InlineData("1", Url, "Satu", null, new[] { KeyKind.Guid, KeyKind.Link })]
    [InlineData("1", null, null, null, new[] { KeyKind.Guid })]
    [InlineData(null, Url, null, null, new[] { KeyKind.Link })]
    [InlineData(null, null, "Satu", 0, new[] { KeyKind.TitleDate })]
    [InlineData(null, null, "Satu", null, new[] { KeyKind.TitleDate })]
    [InlineData("  ", "https://example.com/", "Satu", null, new[] { KeyKind.TitleDate })]
    [InlineData(null, null, null, null, new[] { KeyKind.TitleDate })]
    public void AnItem_HasAKeyForAllItSays(string? guid, string? url, string? title, int? hour, KeyKind[] expected) =>
        Assert.Equal(expected, Assert.Single(Document(Item(guid, url, title, hour)).Items).Kinds());

    [Theory]
    [InlineData("1", Url, "Satu", new[] { KeyKind.Link, KeyKind.TitleDate })]
    [InlineData("1", null, "Satu", new[] { KeyKind.TitleDate })]
    [InlineData("http://example.com/g", null, null, new[] { KeyKind.Guid, KeyKind.GuidPath })]
    public void UnderTheLinkPolicy_AGuidIsAKeyOnlyWhereThereIsNothingElse(string guid, string? url, string? title, KeyKind[] expected)
    {
        var document = ItemIdentity.Identify([Item(guid, url, title, 0)], IdentityPolicy.Link);
        Assert.Equal(expected, Assert.Single(document.Items).Kinds());
        Assert.Equal((IdentityPolicy.Link, null), (document.Policy, document.Note));
    }

    [Fact]
    public void AGuidThatMovesHost_KeepsItsPathKey()
    {
        var before = Document(Item("http://old.example/a/1", null, "Satu", 0)).Items[0];
        var after = Document(Item("https://new.example/a/1", null, "Satu", 0)).Items[0];
        Assert.NotEqual(before.Key(KeyKind.Guid), after.Key(KeyKind.Guid));
        Assert.Equal(before.Key(KeyKind.GuidPath), after.Key(KeyKind.GuidPath));
    }

    [Theory]
    [InlineData("Harga BERAS\u00a0 naik ")]
    [InlineData(" harga\n beras naik")]
    [InlineData("Harga \uff22eras na\u00adik")]
    public void TitlesThatLookAlike_MakeOneKey(string title) =>
        Assert.Equal(
            Document(Item(null, null, "Harga beras naik", 0)).Items[0].Keys,
            Document(Item(null, null, title, 0)).Items[0].Keys);

    [Fact]
    public void ABrokenSurrogateInATitle_IsNoError() =>
        Assert.Single(Document(Item(null, null, "a\ud800b", 0)).Items[0].Keys);

    [Fact]
    public void ItemsWithoutAnythingToNameThem_AreToldApartByWhatTheyHold()
    {
        var items = Document(Item(null, null, null, content: "satu"), Item(null, null, null, content: "dua")).Items;
        Assert.Equal(2, items.Select(i => Assert.Single(i.Keys)).Distinct().Count());
    }

    [Fact]
    public void NoItems_AreNoItems() => Assert.Empty(ItemIdentity.Identify(Array.Empty<ParsedItem>(), IdentityPolicy.Guid).Items);
}
