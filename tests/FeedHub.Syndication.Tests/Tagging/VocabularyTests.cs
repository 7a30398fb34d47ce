using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class VocabularyTests
{
    [Fact]
    public void Topics_AreTheSeventeenOfIptcInOrder()
    {
        Assert.Equal(
            "arts crime disaster economy education environment health human-interest labour lifestyle politics religion "
            + "science-technology society sport conflict weather",
            string.Join(' ', Vocabulary.Topics.Select(t => t.Slug)));
        Assert.Equal(Enumerable.Range(1, 17).Select(n => $"medtop:{n:00}000000"), Vocabulary.Topics.Select(t => t.Code));
    }

    [Fact]
    public void OwnCategories_ComeAfterTheTopics()
    {
        var vocabulary = new Vocabulary(
        [
            new() { Slug = "korea", Any = ["Korea"] },
            new() { Slug = "korea", Title = "Korea & kita" },
            new() { Slug = "harga-beras" },
            new() { Slug = "sport", Any = ["liga"] },
        ]);
        Assert.Equal(["korea", "harga-beras"], vocabulary.All.Skip(17).Select(c => c.Slug));
        Assert.Equal(new Category("korea", null, "Korea & kita", "Korea & kita"), vocabulary.Find("korea"));
        Assert.Equal("Harga beras", vocabulary.Find("harga-beras")!.Indonesian);
        Assert.Equal("Olahraga", vocabulary.Find("sport")!.Indonesian);
        Assert.Null(vocabulary.Find("nothing"));
    }

    [Fact]
    public void ATitleForATopic_RenamesItAndKeepsItsCode() =>
        Assert.Equal(
            new Category("sport", "medtop:15000000", "Liga", "Liga"),
            new Vocabulary([new() { Slug = "sport", Title = "Liga" }]).Find("sport"));
}
