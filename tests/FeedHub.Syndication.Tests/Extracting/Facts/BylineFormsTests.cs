namespace FeedHub.Syndication.Tests.Extracting.Facts;

/// <summary>Names and days as papers write them above and below a text.</summary>
public class BylineFormsTests
{
    [Theory]
    [InlineData("<p>Tim Liputan Kabar Kota - Ana Putri</p>")]
    [InlineData("<p>Words: Ana Putri.</p>")]
    [InlineData("<p>Laporan wartawan Ana Putri</p>")]
    [InlineData("<p>Ditulis oleh Ana Putri</p>")]
    [InlineData("<p>Liputan: Ana Putri</p>")]
    [InlineData("<p>Journalist: Ana Putri</p>")]
    [InlineData("<p>Penulis Ana Putri</p>")]
    [InlineData("<p>Penulis<br>Ana Putri</p>")]
    [InlineData("<p><b>Ana Putri</b><i>Penulis</i></p>")]
    public void TheWriter_IsNamed_AndTheLineIsNotText(string line)
    {
        foreach (var page in new[] { Sample.Page(line + Sample.Paragraphs), Sample.Page(Sample.Paragraphs + line) })
        {
            Assert.Equal(["Ana Putri"], page.Authors);
            Assert.Equal(Sample.Page(Sample.Paragraphs).Text, page.Text);
        }
    }

    [Theory]
    [InlineData("<p>Ana Putri - 24 Juli 2026, 09:00 WIB</p>")]
    [InlineData("<p>Ana Putri (Kontributor) - Jumat, 24 Juli 2026 09:00 WIB</p>")]
    [InlineData("<p>Ana Putri, Kabar Kota - Jumat, 24 Juli 2026 | 09:00 WIB</p>")]
    [InlineData("<p>Ana Putri | Kabar Kota | Jumat, 24/07/2026 09:00 WIB</p>")]
    public void ANameBeforeItsDay_IsTheWriters(string line)
    {
        var page = Sample.Page(line + Sample.Paragraphs);
        Assert.Equal(["Ana Putri"], page.Authors);
        Assert.Equal("2026-07-24T09:00:00+07:00", page.Published?.ToString());
    }

    [Fact]
    public void ThePapersNameBeforeADay_IsNot() => Assert.Empty(Sample.Read(
        $"<html lang=id><title>{Sample.Headline} | Kabar Kota</title><h1>{Sample.Headline}</h1><p>Kabar Kota - 24 Juli 2026</p>"
        + Sample.Paragraphs).Authors);

    [Theory]
    [InlineData("<span class=\"user-name\">Ana Putri</span>", "", true)]
    [InlineData("<div><span data-hook=\"user-name\">Ana Putri</span></div>", "", true)]
    [InlineData("", "<p>Sudah lama saya tunggu, terima kasih.</p><span class=\"user-name\">Ana Putri</span>", false)]
    public void AnAccount_IsTheWriters_BesideTheHeadlineAlone(string above, string below, bool isWriter)
    {
        var rest = string.Concat(Enumerable.Repeat(Sample.Paragraphs, 4));
        Assert.Equal(isWriter ? ["Ana Putri"] : [], Sample.Page(above + rest + below).Authors);
    }

    [Theory]
    [InlineData("<p>Redaktur Pelaksana: Budi Raya</p>")]
    [InlineData("<p>Penyunting Budi Raya</p>")]
    [InlineData("<p><span>Budi Raya</span><span>Editor</span></p>")]
    public void TheEditor_IsNamed(string line) => Assert.Equal(["Budi Raya"], Sample.Page(Sample.Paragraphs + line).Editors);

    [Theory]
    [InlineData("Last updated: 28 July 2026 | Published: 24 July 2026", "2026-07-24")]
    [InlineData("Terbit: Jumat, 24 Juli 2026 09:00 WIB | Diperbarui: Selasa, 28 Juli 2026 08:00 WIB", "2026-07-24T09:00:00+07:00")]
    [InlineData("Dipublikasikan 24 Juli 2026 dan diperbarui 28 Juli 2026", "2026-07-24")]
    [InlineData("Diperbarui 28 Juli 2026", "2026-07-28")]
    public void OfTwoDaysInOneLine_TheFirstPublication_IsTaken(string line, string day) =>
        Assert.Equal(day, Sample.Page($"<p>{line}</p>" + Sample.Paragraphs).Published?.ToString());

    [Theory]
    [InlineData("2 jam yang lalu", "2026-11-29T10:00:00+00:00")]
    [InlineData("Kemarin", "2026-11-28")]
    [InlineData("3 days ago", "2026-11-26")]
    public void ADayThatIsTold_IsReckoned_WhereNothingElseIsKnown(string told, string day) =>
        Assert.Equal(day, Sample.Page($"<p>{told}</p>" + Sample.Paragraphs).Published?.ToString());
}
