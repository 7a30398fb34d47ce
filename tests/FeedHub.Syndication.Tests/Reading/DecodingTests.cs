using System.Text;

namespace FeedHub.Syndication.Tests.Reading;

public class DecodingTests
{
    private const string Title = "Ärger in Köln – “größer”";

    static DecodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void ByteOrderMark_WinsOverEveryLabel(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(
            Title,
            ReadTitle([.. encoding.GetPreamble(), .. encoding.GetBytes(Document("iso-8859-1"))], "text/xml; charset=windows-1251"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void WideEncodings_AreSniffedWithoutMark(string name) =>
        Assert.Equal(Title, ReadTitle(Encoding.GetEncoding(name).GetBytes(Document("utf-8")), null));

    [Fact]
    public void HttpCharset_WinsOverTheDeclaration() =>
        Assert.Equal(
            "Привет, мир",
            ReadTitle(Encoding.GetEncoding(1251).GetBytes(Document("koi8-r", "Привет, мир")), "text/xml; charset=\"windows-1251\""));

    [Theory]
    [InlineData("windows-1252", Title)]
    [InlineData("koi8-r", "Привет, мир")]
    [InlineData("shift_jis", "こんにちは世界")]
    [InlineData("euc-kr", "안녕하세요 세계")]
    [InlineData("gb2312", "你好世界")]
    [InlineData("big5", "你好世界")]
    public void XmlDeclaration_IsBelieved(string name, string title) =>
        Assert.Equal(title, ReadTitle(Encoding.GetEncoding(name).GetBytes(Document(name, title)), null));

    [Theory]
    [InlineData("iso-8859-1", null)]
    [InlineData("utf-16", null)]
    [InlineData("nonsense", null)]
    [InlineData("iso-8859-1", "text/xml; charset=iso-8859-1")]
    public void Utf8_WithAWrongLabel_IsStillUtf8(string declared, string? contentType) =>
        Assert.Equal(Title, ReadTitle(Encoding.UTF8.GetBytes(Document(declared)), contentType));

    [Fact]
    public void ForeignBytesInUtf8_CostOnlyThemselves()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<rss><channel><title>größer, schöner – caf"), 0xE9, .. Encoding.UTF8
            .GetBytes("</title></channel></rss>")];
        var feed = Feeds.Read(bytes);
        Assert.Equal("größer, schöner – café", feed.Title);
        Assert.NotEmpty(feed.Repairs);
    }

    [Fact]
    public void NoLabelAtAll_IsGuessed()
    {
        const string text = "Сегодня в Москве прошла встреча министров иностранных дел, на которой обсуждали новые предложения.";
        Assert.Equal(text, ReadTitle(Encoding.GetEncoding(1251).GetBytes($"<rss><channel><title>{text}</title></channel></rss>"), null));
    }

    private static string Document(string encoding, string title = Title) =>
        $"<?xml version='1.0' encoding='{encoding}'?><rss version='2.0'><channel><title>{title}</title></channel></rss>";

    private static string? ReadTitle(byte[] bytes, string? contentType) =>
        Feeds.Read(bytes, Feeds.Options with { ContentType = contentType }).Title;
}
