using FeedHub.Demo;

namespace FeedHub.Tests.Demo;

public sealed class EditionDatesTests
{
    private static readonly DateTimeOffset Evening = new(2024, 10, 22, 12, 8, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("koran-sungai", "Tue, 22 Oct 2024 19:08:30 +0700")]
    [InlineData("suara-teluk", "Tue, 22 Oct 2024 20:08:30 +0800")]
    [InlineData("pos-pegunungan", "Selasa, 22 Okt 2024 - 19:08 WIB")]
    [InlineData("layar-warga", "2024-10-22 19:08:30")]
    public void EachPublisher_WritesDatesItsOwnWay(string slug, string expected) =>
        Assert.Equal(expected, EditionDates.Rss(Publishers.Of(slug), Evening));
}
