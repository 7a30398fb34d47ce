using FeedHub.Categories;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Tests.Categories;

public sealed class CategorySlugsTests
{
    private static readonly Vocabulary Known = new([new CategoryRule { Slug = "garden" }]);

    [Fact]
    public void KnownSlugs_HaveNothingAgainstThem_OwnOnesToo() => Assert.Null(CategorySlugs.WhyUnknown(["sport", "garden"], Known));

    [Fact]
    public void EveryUnknownSlug_IsNamedWithTheKnownOnes_InTheLanguageThatIsSpoken_AndNeverAtLength()
    {
        var words = CategorySlugs.WhyUnknown(["sport", "kebun", "taman"], Known);
        Assert.StartsWith("'kebun', 'taman' are unknown; write of arts, crime", words, StringComparison.Ordinal);
        Assert.EndsWith(", garden", words, StringComparison.Ordinal);
        Assert.StartsWith(
            "'kebun' tidak dikenal; tulis salah satu dari arts",
            Spoken.In(ReasonLanguage.Indonesian, () => CategorySlugs.WhyUnknown(["kebun"], Known)),
            StringComparison.Ordinal);
        Assert.InRange(CategorySlugs.WhyUnknown([new('k', 100_000)], Known)!.Length, 60, 600);
    }
}
