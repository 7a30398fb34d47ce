using FeedHub.Syndication.Identity;

namespace FeedHub.Syndication.Tests.Identity;

/// <summary>Items that come back under other guids and links, and those that only look so.</summary>
public class RecognitionTests
{
    [Fact]
    public void TitleAndDate_OrTheWholeText_TellTheSameItem()
    {
        Assert.Equal([1, 0, null], Find(
            [Of("Banjir", 61), Of("Panen", null, 7), Of("Gempa", 5)],
            [Of("Panen", null, 7), Of("Banjir", 61), Of("Pemilu", 9)],
            isAlone: false));
    }

    [Fact]
    public void OneTitleUnderAnotherDate_OrWithAnotherText_IsAnotherItem()
    {
        Assert.Equal([null], Find([Of("Prakiraan cuaca", 86_461)], [Of("Prakiraan cuaca", 61)], isAlone: true));
        Assert.Equal([null], Find([Of("Prakiraan cuaca", null, 2)], [Of("Prakiraan cuaca", null, 1)], isAlone: true));
        Assert.Equal([null], Find([Of("Prakiraan cuaca", 86_461, 1)], [Of("Prakiraan cuaca", 61, 1)], isAlone: true));
    }

    [Fact]
    public void TheEditionsOfADay_ThatIsAllTheirDate_AreDifferentItems()
    {
        Assert.Equal([null, null], Find(
            [Of("Harga emas", 86_400, 3), Of("Harga beras", 86_400, 4)],
            [Of("Harga emas", 86_400, 1), Of("Harga beras", 86_400, 2)],
            isAlone: true));
        Assert.Equal([0], Find([Of("Harga emas", 86_461, 3)], [Of("Harga emas", 86_461, 1)], isAlone: true));
    }

    [Theory]
    [InlineData(4, true, false)]
    [InlineData(5, true, true)]
    [InlineData(5, false, false)]
    public void TitlesAlone_TellWhereManyDo_AndNoNameCameBack(int items, bool isAlone, bool isSame)
    {
        var titles = Enumerable.Range(0, items).Select(n => Of($"Judul {n}", null)).ToArray();
        Assert.Equal(isSame ? items : 0, Find(titles, titles, isAlone).Count(place => place is not null));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void DatesMadeAnew_AreNoDates_WhereEveryTextComesBack(int items, bool isSame)
    {
        var before = Enumerable.Range(0, items).Select(n => Of($"Judul {n}", 100 + n, n + 1)).ToArray();
        Assert.Equal(
            isSame ? items : 0,
            Find([.. before.Select(item => item with { Seconds = 9000 })], before, isAlone: true).Count(place => place is not null));
    }

    [Theory]
    [InlineData(9, true, false)]
    [InlineData(10, true, true)]
    [InlineData(10, false, false)]
    public void UndatedTitlesOverOtherTexts_AreTheSameItems_WhereNearlyAllOfManyComeBackAndEachIsItsOwn(int items, bool isOwn, bool isSame)
    {
        TitleTraits[] Document(long text) =>
            [.. Enumerable.Range(0, items).Select(n => Of(isOwn ? $"Judul {n}" : "Prakiraan cuaca", null, text + n))];
        Assert.Equal(isSame ? items : 0, Find(Document(100), Document(200), isAlone: true).Count(place => place is not null));
    }

    [Fact]
    public void AnEditedText_IsBorneOutByTheOthers()
    {
        Assert.Equal(
            [0, 1, 2],
            Find([Of("A", 900, 1), Of("B", 900, 2), Of("C", 900, 33)], [Of("A", 900, 1), Of("B", 900, 2), Of("C", 900, 3)], isAlone: true));
    }

    [Fact]
    public void ItemsOfOneTitle_AreToldApart_AndNoneIsTakenTwice()
    {
        Assert.Equal([1, 0], Find([Of("Catatan", 61), Of("Catatan", 62)], [Of("Catatan", 62), Of("Catatan", 61)], isAlone: true));
        Assert.Equal([0, null], Find([Of("Catatan", 61), Of("Catatan", 61)], [Of("Catatan", 61)], isAlone: true));
        Assert.Equal([null, 0], Find([Of(null, 61), Of(null, null, 5)], [Of(null, null, 5), Of(null, 61)], isAlone: true));
    }

    private static TitleTraits Of(string? title, long? seconds, long? text = null) => new(title, seconds, text);

    private static IReadOnlyList<int?> Find(TitleTraits[] came, TitleTraits[] gone, bool isAlone) => Recognition.Find(came, gone, isAlone);
}
