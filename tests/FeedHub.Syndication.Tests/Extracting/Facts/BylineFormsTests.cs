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

    [Theory]
    [InlineData("<p>Автор: Анна Зимина</p>", "Анна Зимина")]
    [InlineData("<p><span>كتب: <a href=/w/3>هدى الخطيب</a></span></p>", "هدى الخطيب")]
    [InlineData("<p>מאת: <a href=/w/3>יעל שגיא</a></p>", "יעל שגיא")]
    [InlineData("<p><span>2026年09月24日 10:18</span> <span>来源：日报</span> <span>作者：赵明宇</span> <span>字号：大 中</span></p>", "赵明宇")]
    [InlineData("<p>（山城社記者何佳穎山城5日電）火車復駛。</p>", "何佳穎")]
    [InlineData("<ul><li>박지훈 기자</li><li>입력 2026.10.24 09:12</li></ul>", "박지훈")]
    [InlineData("<p>Muhabir: <b>Elif Şahin</b></p>", "Elif Şahin")]
    [InlineData("<p>08 Οκτ 2026 | Γράφει η <a href=/author/sofia>Σοφία Νικολάου</a></p>", "Σοφία Νικολάου")]
    [InlineData("<p><span>Words by Ana Putri</span><span>Wed 18 Nov 2026</span></p>", "Ana Putri")]
    [InlineData("<p class=byline>Ana Putri Senior Investigative Reporter</p>", "Ana Putri")]
    [InlineData("<p>Written by <b>Ana Putri</b> who lives and bakes in Kudus.</p>", "Ana Putri")]
    public void AWriter_IsNamed_InManyLanguages(string line, string writer) =>
        Assert.Equal([writer], Sample.Page(line + Sample.Paragraphs).Authors);

    [Theory]
    [InlineData("<p>责任编辑：周倩</p>", "周倩")]
    [InlineData("<p>（編輯：林淑芬）1151105</p>", "林淑芬")]
    [InlineData("<p>Редактор: Анна Зимина</p>", "Анна Зимина")]
    public void AnEditor_IsNamed_InManyLanguages(string line, string editor) =>
        Assert.Equal([editor], Sample.Page(Sample.Paragraphs + line).Editors);

    [Theory]
    [InlineData("<p>Oleh <a href=/a/1>Redaksi MR</a></p>", "<p>Penulis: Ana Putri</p>", "")]
    [InlineData("<p>Author: st3</p>", "<p>Reporter : Ana Putri</p>", "")]
    [InlineData("<div class=author><a href=/author/1>Ana Putri</a></div>", "", "Tim Kabar Rawa 01")]
    [InlineData("", "", "Kontributor Semarang, Ana Putri")]
    [InlineData("", "", "Ana Putri, Kabar Rawa Utara")]
    public void DesksAccountsAndThePaper_AreNoWriters_BesideAPerson(string above, string below, string meta) => Assert.Equal(
        ["Ana Putri"],
        Sample.Page(above + Sample.Paragraphs + below, $"<meta property=og:site_name content='Kabar Rawa'><meta name=author content='{meta}'>")
            .Authors);

    [Fact]
    public void ASubheadingInBoldLetters_IsNotAName() => Assert.Empty(
        Sample.Page(Sample.Paragraphs + "<p><b>Harga Cabai Turun</b></p>" + Sample.Paragraphs).Authors);

    [Fact]
    public void ANameSetApartBelowTheText_IsTheWriters() => Assert.Equal(
        ["Trần Minh Đức"], Sample.Page(Sample.Paragraphs + "<p style='text-align:right'><strong>Trần Minh Đức</strong></p>").Authors);

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

    [Theory]
    [InlineData("Posted 6:05 PM EST Nov 18, 2026", "2026-11-18T18:05:00-05:00")]
    [InlineData("13 августа 2026, 11:05 (МСК)", "2026-08-13T11:05:00+03:00")]
    [InlineData("Thứ năm, 8/10/2026, 14:20 (GMT+7)", "2026-10-08T14:20:00+07:00")]
    public void TheTimeOfTheNearestLine_IsTheArticles_AndNotTheHeadersDay(string line, string published) => Assert.Equal(
        published, Sample.Read($"<html><div>30 ноября 2026, 30/11/2026</div><p>{line}</p><h1>{Sample.Headline}</h1>{Sample.Paragraphs}")
            .Published?.ToString());

    [Fact]
    public void AThaiMonthInShort_IsRead() => Assert.Equal(
        "2026-10-08", Sample.Page("<p>8 ต.ค. 2569</p>" + Sample.Paragraphs).Published?.ToString());

    [Fact]
    public void PointsInATimeOfTheData_AreColons() => Assert.Equal("2026-07-23T17:01:00+07:00", Sample.Page(Sample.Paragraphs, Sample.Data(
        $"{{\"@type\":\"NewsArticle\",\"headline\":\"{Sample.Headline}\",\"datePublished\":\"2026-07-23T17.01.00+07:00\"}}"))
        .Published?.ToString());
}
