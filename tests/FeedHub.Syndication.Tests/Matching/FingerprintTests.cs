using CsCheck;
using FeedHub.Syndication.Matching;
using static FeedHub.Syndication.Tests.Matching.Articles;
using static FeedHub.Syndication.Tests.Matching.Given;

namespace FeedHub.Syndication.Tests.Matching;

public class FingerprintTests
{
    private static readonly Gen<string> Words = Gen.OneOf(new[] {
        "harga",
        "emas",
        "naik",
        "12",
        "1.500",
        "北京",
        "ждёт",
        "Ünï",
        "\ud800",
        "🎉",
        ".",
        "the" }.Select(Gen.Const).ToArray<IGen<string>>()).List[0, 120].Select(w => string.Join(' ', w));
    private static readonly Gen<Fingerprint> Prints = Gen.Select(
        Gen.OneOf(Words, Gen.String),
        Gen.OneOf(Words, Gen.String),
        Fingerprint.Of);

    [Fact]
    public void Bytes_GiveTheSameFingerprintBack() => Prints.Sample(print =>
    {
        var bytes = print.ToBytes();
        Assert.InRange(bytes.Length, 14, 375);
        Assert.Equal(bytes, Fingerprint.FromBytes(bytes)!.ToBytes());
    }, seed: "2Q9fNp0A67o1", iter: 1_000);

    [Fact]
    public void Bytes_OfAnotherVersionOrDamaged_AreNull()
    {
        var bytes = Bridge.Print().ToBytes();
        Assert.Null(Fingerprint.FromBytes([]));
        Assert.Null(Fingerprint.FromBytes(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Null(Fingerprint.FromBytes([99, .. bytes.AsSpan(1)]));
        Assert.Null(Fingerprint.FromBytes([2, 255, 255, 255, 0, 0, .. new byte[8]]));
    }

    [Fact]
    public void Bytes_OfAnything_NeverThrow() =>
        Gen.Byte.Array[0, 400].Sample(bytes => _ = Fingerprint.FromBytes([2, .. bytes])?.ToBytes(), seed: "2Q9fNp0A67o1", iter: 2_000);

    [Fact]
    public void Comparison_IsTheSameInEitherOrder() => Gen.Select(Prints, Prints, Gen.Bool).Sample((a, b, sameSource) =>
    {
        var (there, back) = (Compare(a, b, sameSource), Compare(b, a, sameSource));
        Assert.InRange(there.Score, 0, 1);
        Assert.Equal(there.Score, back.Score, 1e-4);
    }, seed: "2Q9fNp0A67o1", iter: 1_000);

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("\ud83c\udf89\ud800")]
    public void NoWords_AreEmpty(string text) => Assert.True(Fingerprint.Of("Judul", text).IsEmpty);

    [Fact]
    public void HostileTexts_CostNoMoreThanALongArticle()
    {
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("kata ", 200_000)), new('x', 1_000_000), new('\ud800', 1_000_000), new('北', 1_000_000),
            new('\ufdfa', 1_000_000), string.Concat(Enumerable.Repeat("e\u0301", 500_000)), new('1', 1_000_000),
        ];
        foreach (var text in texts)
        {
            var print = Fingerprint.Of(text, text + " akhir");
            Assert.InRange(print.ToBytes().Length, 14, 375);
            Assert.InRange(Compare(print, Bridge.Print(), sameSource: false).Score, 0, 0.1);
        }
    }

    [Fact]
    public void Repetition_IsNotTakenForALongText() =>
        Assert.False(Compare(
            Fingerprint.Of("a", string.Concat(Enumerable.Repeat("kata ", 5000))), Fingerprint.Of(
                "b",
                string.Concat(Enumerable.Repeat("kata ", 80)) + Ferry.Text), false).IsSame);
}
