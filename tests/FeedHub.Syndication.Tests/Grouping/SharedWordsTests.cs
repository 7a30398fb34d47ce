using FeedHub.Syndication.Grouping;

namespace FeedHub.Syndication.Tests.Grouping;

/// <summary>What an event is said to be about are names and words that tell something of it.</summary>
public class SharedWordsTests
{
    [Fact]
    public void HowNewsIsTold_IsNoReason()
    {
        var shared = SharedWords.Of([
            ("A footbridge opens in Ansel",
                "It is the third such footbridge, local officials said in a notice published on Monday near Ansel."),
            ("Ansel has its footbridge",
                "The third such footbridge of this year was opened, officials told reporters in a notice published in Ansel."),
        ]);
        Assert.Equal(["Ansel"], shared.Names);
        Assert.Equal(["footbridge", "third"], shared.Words.Order());
    }

    [Fact]
    public void AddressesAreNoWords()
    {
        var shared = SharedWords.Of([
            ("A footbridge opens in Ansel",
                "The bridge of Ansel is open. Read https://www.herald.example.org/Ansel/bridge-12.html or herald.example.org."),
            ("Ansel has its footbridge",
                "Walkers of Ansel have a bridge: https://www.herald.example.org/Ansel/bridge-12.html (herald.example.org)"),
        ]);
        Assert.Equal(["Ansel"], shared.Names);
        Assert.Equal(["bridge", "footbridge"], shared.Words.Order());
    }

    [Fact]
    public void SoItIsInIndonesian()
    {
        var shared = SharedWords.Of([
            ("Jembatan Sadeng dibuka", "Pihak kelurahan mengatakan jembatan di Sadeng dibuka menurut keterangan yang diterbitkan kemarin."),
            ("Warga Sadeng punya jembatan",
                "Menurut keterangan pihak kelurahan yang diterbitkan kemarin, jembatan di Sadeng dibuka untuk orang."),
        ]);
        Assert.Equal(["Sadeng"], shared.Names);
        Assert.Equal(["dibuka", "jembatan", "kelurahan"], shared.Words.Order());
    }

    [Fact]
    public void ANameOfThreeWords_IsOneName()
    {
        var shared = SharedWords.Of([
            ("Hujan di Lawang", "Hujan turun di Kota Lawang Timur sejak pagi, kata Sri Endah Pratiwi dari pos cuaca."),
            ("Lawang diguyur hujan", "Sejak pagi Kota Lawang Timur diguyur hujan. Pos cuaca, kata Sri Endah Pratiwi, tetap buka."),
        ]);
        Assert.Equal(["Kota Lawang Timur", "Sri Endah Pratiwi"], shared.Names.Order());
    }

    [Fact]
    public void HowMany_IsNoReason()
    {
        var shared = SharedWords.Of([
            ("Tiga jembatan Sadeng ditutup", "Sebanyak tiga jembatan di Sadeng ditutup karena ratusan papan lapuk."),
            ("Papan lapuk, jembatan Sadeng ditutup", "Ratusan papan lapuk pada tiga jembatan di Sadeng."),
        ]);
        Assert.Equal(["ditutup", "jembatan", "lapuk", "papan"], shared.Words.Order());
    }
}
