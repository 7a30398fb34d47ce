using FeedHub.Syndication.Identity;
using static FeedHub.Syndication.Tests.Identity.Given;

namespace FeedHub.Syndication.Tests.Identity;

/// <summary>The truth table of IsSame. Signals stand in the order guid, link, title, published: = same, x differs, ? missing.</summary>
public class ItemIdentityIsSameTests
{
    [Theory]
    [InlineData("====", true)]
    [InlineData("=xx=", true)]
    [InlineData("=x=x", true)]
    [InlineData("==xx", true)]
    [InlineData("=xxx", false)]
    [InlineData("=?xx", true)]
    [InlineData("=x?x", true)]
    [InlineData("=xx?", true)]
    [InlineData("=???", true)]
    public void ByGuid(string signals, bool same) => Assert.Equal(same, IsSame(KeyKind.Guid, signals));

    [Theory]
    [InlineData("====", true)]
    [InlineData("x=x=", true)]
    [InlineData("x==x", true)]
    [InlineData("?=xx", true)]
    [InlineData("x=?x", true)]
    [InlineData("x=x?", true)]
    [InlineData("==xx", true)]
    [InlineData("x=xx", false)]
    public void ByLink(string signals, bool same) => Assert.Equal(same, IsSame(KeyKind.Link, signals));

    [Theory]
    [InlineData("xx==", true)]
    [InlineData("xx=x", true)]
    [InlineData("xxx=", true)]
    [InlineData("xx?=", true)]
    [InlineData("xx=?", true)]
    [InlineData("xxxx", false)]
    [InlineData("x=xx", false)]
    [InlineData("x???", false)]
    [InlineData("xxx?", false)]
    public void ByGuidPath(string signals, bool same) => Assert.Equal(same, IsSame(KeyKind.GuidPath, signals));

    [Theory]
    [InlineData("====", true)]
    [InlineData("x===", true)]
    [InlineData("=x==", true)]
    [InlineData("?x==", true)]
    [InlineData("x?==", true)]
    [InlineData("xx==", false)]
    [InlineData("??=?", true)]
    [InlineData("xx=?", false)]
    [InlineData("????", true)]
    [InlineData("??xx", false)]
    [InlineData("??x?", false)]
    public void ByTitleDate(string signals, bool same) => Assert.Equal(same, IsSame(KeyKind.TitleDate, signals));

    [Fact]
    public void Comparison_FoldsWhatPublishersChange()
    {
        var candidate = Document(Item(" 1 ", null, "HARGA  beras", 0)).Items[0];
        var known = new KnownItem("1", null, "Harga Beras", Noon.AddMilliseconds(400).ToOffset(TimeSpan.FromHours(7)));
        Assert.Equal(
            new Evidence(Agreement.Same, Agreement.Unknown, Agreement.Same, Agreement.Same), Evidence.Of(candidate, known));
    }

    private static bool IsSame(KeyKind kind, string signals)
    {
        var candidate = new IdentifiedItem(Item("g1", null, "Satu", 0), [], "example.com/a-1");
        var known = new KnownItem(
            Known(signals[0], "g1", "g2"),
            Known(signals[1], "example.com/a-1", "example.com/b-2"),
            Known(signals[2], "Satu", "Dua"),
            signals[3] switch { '=' => Noon, 'x' => Noon.AddHours(1), _ => null });
        return ItemIdentity.IsSame(kind, candidate, known);
    }

    private static string? Known(char signal, string same, string other) => signal switch { '=' => same, 'x' => other, _ => null };
}
