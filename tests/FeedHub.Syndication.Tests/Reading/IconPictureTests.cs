using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>What is a small picture, and which of them a page names as its icon.</summary>
public class IconPictureTests
{
    public static TheoryData<string, byte[], string?> Pictures => new()
    {
        { "PNG", Png(16, 16), "image/png" },
        { "PNG that unpacks into gigabytes", Png(60_000, 60_000), null },
        { "PNG without a size", Png(16, 16)[..20], null },
        { "GIF", [.. "GIF89a"u8, 16, 0, 16, 0, 0], "image/gif" },
        { "GIF cut off", [.. "GIF89a"u8, 16], null },
        { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0, 32, 0, 48, 3], "image/jpeg" },
        { "JPEG that never has a frame", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], null },
        { "WebP", [.. "RIFF0000WEBPVP8X0000"u8, 0, 0, 0, 0, 31, 0, 0, 31, 0, 0], "image/webp" },
        { "WebP that is too wide", [.. "RIFF0000WEBPVP8X0000"u8, 0, 0, 0, 0, 31, 0, 9, 31, 0, 0], null },
        { "ICO with a bitmap", Ico([40, 0, 0, 0, 32, 0, 0, 0, 64, 0, 0, 0, .. new byte[20]]), "image/x-icon" },
        { "ICO with a PNG", Ico(Png(64, 64)), "image/x-icon" },
        { "ICO that hides a huge PNG", Ico(Png(50_000, 1)), null },
        { "ICO that points nowhere", Ico([]), null },
        { "SVG", [.. "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8], null },
        { "a page", [.. "<!doctype html><title>Not found</title>"u8], null },
        { "nothing", [], null },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void APicture_IsToldByItsBytes(string name, byte[] bytes, string? type) =>
        Assert.Equal((name, type), (name, RasterPicture.TypeOf(bytes)));

    [Theory]
    [InlineData("<link rel=icon href=/a.png>", "/a.png")]
    [InlineData("<LINK HREF='b.ico?v=1&amp;w=2' REL='Shortcut Icon'>", "b.ico?v=1&w=2")]
    [InlineData("<link rel=\"apple-touch-icon\" href=\"/t.png\"><link href=\"/i.png\" rel=\"icon\">", "/i.png /t.png")]
    [InlineData("<link rel=icon href=x.svg><link rel=icon href='data:image/png;base64,AA'><link rel=mask-icon href=m.png>", "")]
    [InlineData("<link rel=stylesheet href=icon.css><link rel=icon data-href=no.png>", "")]
    [InlineData("<link rel=icon href=1><link rel=icon href=2><link rel=icon href=1><link rel=icon href=3><link rel=icon href=4>", "1 2 3")]
    public void APage_NamesItsIcons(string html, string addresses) => Assert.Equal(addresses, string.Join(' ', PageIcons.Named(html)));

    private static byte[] Png(int width, int height) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. Big(width), .. Big(height), 8, 6, 0, 0, 0];

    private static byte[] Big(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] Ico(byte[] picture) =>
        [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, (byte)picture.Length, 0, 0, 0, 22, 0, 0, 0, .. picture];
}
