using System.Text;
using FeedHub.Syndication.Reading.Decoding;

namespace FeedHub.Syndication.Tests.Reading;

public class Utf8ReaderTests
{
    private static readonly string Written = string.Concat(Enumerable.Repeat("harga ½ kg: 3 € 🍚🐟 naik – semoga ใช้ได้\r\n", 200));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(4096)]
    public void TheWholeText_IsRead_HoweverLittleRoomThereIs(int room)
    {
        using var reader = new Utf8Reader(Encoding.UTF8.GetBytes(Written));
        var (text, buffer) = (new StringBuilder(), new char[room + 1]);
        while (reader.Read(buffer, 1, room) is var read and > 0)
            text.Append(buffer, 1, read);
        Assert.Equal(Written, text.ToString());
        Assert.Equal(-1, reader.Read());
    }

    [Fact]
    public void ACharacterThatIsReadAlone_LeavesTheOtherHalfOfItsPairForTheNext()
    {
        using var reader = new Utf8Reader(Encoding.UTF8.GetBytes("🐟 segar"));
        Assert.Equal("🐟"[0], reader.Read());
        Assert.Equal("🐟"[1] + " segar", reader.ReadToEnd());
    }
}
