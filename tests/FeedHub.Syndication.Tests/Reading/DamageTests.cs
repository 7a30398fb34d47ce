using System.Text;
using CsCheck;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>No matter what happens to a feed on its way, reading ends, and ends in a feed or in the reader's own error.</summary>
public class DamageTests
{
    private static readonly byte[][] Wholes = [.. Samples.All.Select(Encoding.UTF8.GetBytes)];

    // Pieces that mean something to a parser do more damage than random bytes.
    private static readonly string[] Pieces =
        ["<", ">", "&", "\"", "'", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "</item>", "<item>", "</entry>", "&#0;", "&#xD800;",
            "&nbsp;", "\0", "<!DOCTYPE x [", "{", "}", "\\u", "xmlns:a=''", "\uFFFE"];

    private static readonly Gen<byte[]> Damaged =
        from whole in Gen.Int[0, Wholes.Length - 1].Select(i => Wholes[i])
        from cuts in Gen.Select(
            Gen.Int[0, whole.Length],
            Gen.Int[0, 40],
            Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Encoding.UTF8.GetBytes(Pieces[i])), Gen.Byte.Array[0, 8])).Array[1, 6]
        select cuts.Aggregate(whole, (bytes, cut) => Splice(bytes, cut.Item1, cut.Item2, cut.Item3));

    [Fact]
    public void DamageAnywhere_GivesAFeedOrTheReadersOwnError() => Damaged.Sample(bytes => { TryRead(bytes); }, iter: 1000, threads: 1);

    [Fact]
    public void RandomBytes_GiveAFeedOrTheReadersOwnError() =>
        Gen.Byte.Array[0, 300].Sample(bytes => { TryRead(bytes); }, iter: 1000, threads: 1);

    [Fact]
    public void DamageBehindAnItem_NeverCostsThatItem() => Gen.Select(
        Gen.Int[0, Samples.All.Length - 1],
        Gen.Double[0, 1],
        Gen.Int[0, 40],
        Gen.Int[0, Pieces.Length - 1]).Sample(
        (sample, where, gone, piece) =>
        {
            var text = Samples.All[sample];
            var end = FirstItemEnd(text);
            var at = end + (int)((text.Length - end) * where);
            var damaged = text[..at] + Pieces[piece] + text[Math.Min(text.Length, at + gone)..];
            var (whole, first) = (Feeds.Read(text).Items[0], Feeds.Read(damaged).Items[0]);
            Assert.Equal((whole.Id, whole.Title, whole.Url, whole.Published), (first.Id, first.Title, first.Url, first.Published));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void CutAnywhere_ItemsBeforeTheCutAreKept()
    {
        var text = Samples.Rss;
        var ends = new[] {
            text.IndexOf("</item>", StringComparison.Ordinal) + 7,
            text.LastIndexOf("</item>", StringComparison.Ordinal) + 7 };
        Gen.Int[ends[0], text.Length].Sample(
            cut =>
            {
                var items = Feeds.Read(text[..cut]).Items;
                // An end tag that lacks only its last character still ends.
                Assert.Equal(cut >= ends[1] - 1 ? 2 : 1, items.Count);
                Assert.Equal("First & best", items[0].Title);
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void DamagedHtml_IsSanitisedWithoutError() => Damaged.Sample(
        bytes =>
        {
            var html = HtmlText.Sanitise(Encoding.UTF8.GetString(bytes), null);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            HtmlText.Shorten(HtmlText.ToPlainText(html), 100);
        },
        iter: 500,
        threads: 1);

    private static int FirstItemEnd(string text) => new[] { "</item>", "</entry>", "}]}" }
        .Select(mark => (Mark: mark, At: text.IndexOf(mark, StringComparison.Ordinal))).Where(m => m.At >= 0)
            .Min(m => m.At + m.Mark.Length);

    private static byte[] Splice(byte[] bytes, int at, int gone, byte[] put)
    {
        at = Math.Min(at, bytes.Length);
        return [.. bytes[..at], .. put, .. bytes[Math.Min(bytes.Length, at + gone)..]];
    }

    private static void TryRead(byte[] bytes)
    {
        try
        {
            Feeds.Read(bytes);
        }
        catch (FeedReadException e)
        {
            // What lies behind it would be a fault of ours.
            Assert.Null(e.InnerException);
        }
    }
}
