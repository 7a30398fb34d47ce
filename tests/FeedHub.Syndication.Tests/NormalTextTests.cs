using System.Text;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tests.Reading;

namespace FeedHub.Syndication.Tests;

/// <summary>What is not a character costs neither its item nor the others of its document.</summary>
public class NormalTextTests
{
    private const string Swapped = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{ \"id\": \"1\", \"title\": "
        + "\"Panen\\uFFFE raya\", \"date_published\": \"２０２６-11-03T08:30:00Z\\uFFFE\" }, { \"id\": \"2\", \"title\": \"Hujan\" }] }";

    public static TheoryData<string> Documents => [Swapped, Feeds.Rss(
        "<item><guid>1</guid><title>Panen&amp;#xFFFE; raya</title></item><item><guid>2</guid><title>Hujan</title></item>")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void ANoncharacterInATitle_CostsNothing(string document)
    {
        var feed = Feeds.Read(document);
        Assert.Empty(feed.Problems);
        Assert.Equal(["1", "2"], ItemIdentity.Identify(feed.Items, IdentityPolicy.Guid).Items.Select(item => item.Item.Id));
        Assert.All(feed.Items, item => Assert.NotNull(Fingerprint.Of(item.Title, ItemText.Of(item, TimeZoneInfo.Utc, Feeds.Now).Text)));
    }

    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void EveryForm_TakesAnyUnit(int unit)
    {
        foreach (var form in Enum.GetValues<NormalizationForm>())
            Assert.Equal("é\uFFFDb".Normalize(form), NormalText.Of($"é{(char)unit}b", form));
    }

    [Fact]
    public void WholeText_IsOnlyNormalised() =>
        Assert.Equal("ﬁn 👍".Normalize(NormalizationForm.FormKC), NormalText.Of("ﬁn 👍", NormalizationForm.FormKC));

    [Fact]
    public void MarksThatAreLeftAlone_AreTheSameInEveryForm()
    {
        var marks = NormalText.Marks + string.Concat(Enumerable.Range(0, 128).Select(unit => (char)unit));
        foreach (var form in Enum.GetValues<NormalizationForm>())
            Assert.Equal(marks, marks.Normalize(form));
    }
}
