using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Matching;

public class CounterSignsTests
{
    private static readonly string[] Numbers = ["7", "1,204", "12 rb", "5k", "3 juta", "1 204 300 m"];

    public static TheoryData<string> Counters =>
        [.. $"{CounterSigns.Before}|{CounterSigns.Behind}".Split('|').SelectMany(Spelled).Distinct()];

    public static TheoryData<string> Ages => [.. CounterSigns.Units.Split('|').SelectMany(Spelled)];

    [Theory]
    [MemberData(nameof(Counters))]
    public void EveryCounter_IsPassedOver_WithAnyNumber(string word)
    {
        var before = CounterSigns.Before.Split('|').SelectMany(Spelled).Contains(word);
        var behind = CounterSigns.Behind.Split('|').SelectMany(Spelled).Contains(word);
        foreach (var number in Numbers)
        {
            Assert.True(!before || IsPassedOver($"{word} {number}"), number);
            Assert.True(!behind || IsPassedOver($"{number} {word}"), number);
        }
    }

    [Theory]
    [MemberData(nameof(Ages))]
    public void EveryAge_IsPassedOver(string unit)
    {
        foreach (var number in Numbers)
        {
            foreach (var past in (string[])["lalu", "yang lalu", "ago"])
                Assert.True(IsPassedOver($"{number} {unit} {past}"), past);
        }
    }

    [Theory]
    [InlineData("Harga beras naik 12 persen sejak 2019, kata 3 pedagang di pasar.")]
    [InlineData("17")]
    [InlineData("u 16 dan f 16")]
    public void OtherNumbers_NeedNoLookAtAll(string text) => Assert.False(CounterSigns.MayBeIn(Words.Fold(text)));

    [Fact]
    public void OtherNumbers_TellTextsApart() =>
        Assert.NotEqual(TextDigest.Of("Gempa", "Gempa bermagnitudo 5 terjadi"), TextDigest.Of("Gempa", "Gempa bermagnitudo 6 terjadi"));

    private static bool IsPassedOver(string counter) =>
        TextDigest.Of("Rapat", $"Rapat selesai; {counter}; semua pulang") == TextDigest.Of("Rapat", "Rapat selesai;   ; semua pulang")
        || TextDigest.Of("Rapat", $"Rapat selesai; {counter}; semua pulang") == TextDigest.Of(
            "Rapat", "Rapat selesai; 9 views; semua pulang");

    private static string[] Spelled(string word) => word.EndsWith('?') ? [word[..^1], word[..^2]] : [word];
}
