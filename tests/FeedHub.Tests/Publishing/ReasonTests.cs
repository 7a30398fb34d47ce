using FeedHub.Categories;
using FeedHub.Ingesting;
using FeedHub.Publishing.Pages;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Publishing;

/// <summary>The reasons of matching and tagging in the reader's language.</summary>
public sealed class ReasonTests
{
    [Theory]
    [InlineData(
        "same text (0.96): 98 % of the shorter text is in both, headlines partly alike (0.44), one number differs, from the same source",
        "teks sama (0.96): 98 % dari teks yang lebih pendek ada di keduanya, judul agak mirip (0.44), satu angka berbeda, dari sumber "
            + "yang sama")]
    [InlineData("same address", "alamat sama")]
    [InlineData(StoryJoin.Why, "digabungkan oleh admin")]
    [InlineData(Corrections.Why, "ditetapkan oleh editor")]
    [InlineData("publisher category 'Same $1 address'", "kategori penerbit 'Same $1 address'")]
    [InlineData("the words 'hujan', 'angin'", "kata-kata 'hujan', 'angin'")]
    [InlineData("the word 'hujan'", "kata 'hujan'")]
    [InlineData("the text as a whole", "teks secara keseluruhan")]
    [InlineData(
        "rule 'korea' matched \"Korea Utara\" in the title and \"$2\" in the text",
        "aturan 'korea' cocok dengan \"Korea Utara\" di judul dan \"$2\" di teks")]
    [InlineData("rule 'korea' matched: none of the words it excludes", "aturan 'korea' cocok: tidak ada kata yang dikecualikannya")]
    [InlineData("rule 'korea' holds for every item of this source", "aturan 'korea' berlaku untuk semua butir sumber ini")]
    [InlineData(
        "this source's section /bola was sport in 90 of 95 items",
        "pada sumber ini, rubrik /bola adalah sport di 90 dari 95 butir")]
    [InlineData("a reason nobody has thought of yet", null)]
    public void AReason_IsSaidInIndonesian_OrLeftToBeShownAsEnglish(string english, string? indonesian)
    {
        var request = new DefaultHttpContext().Request;
        Assert.Equal(english, Reason.In(PageText.For(request), english));
        request.Headers.AcceptLanguage = "id";
        Assert.Equal(indonesian, Reason.In(PageText.For(request), english));
    }
}
