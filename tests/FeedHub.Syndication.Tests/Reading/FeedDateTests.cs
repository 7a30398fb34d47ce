using System.Globalization;
using FeedHub.Syndication.Reading.Dates;

namespace FeedHub.Syndication.Tests.Reading;

public class FeedDateTests
{
    [Theory]
    [InlineData("Tue, 22 Oct 2024 12:08:00 GMT")]
    [InlineData("Tue, 22 Oct 2024 19:08:00 +0700")]
    [InlineData("Tue,22 Oct 2024 12:08:00 Z")]
    [InlineData("Wed, 22 Oct 2024 12:08:00 UT")]
    [InlineData("22 Oct 24 08:08 EDT")]
    [InlineData("Tue, 22 Oct 2024 07:08:00 EST")]
    [InlineData("Tue, 22 Oct 2024 05:08:00 PDT")]
    [InlineData("Selasa, 22 Okt 2024 - 19:08 WIB")]
    [InlineData("Selasa 22 Oct 2024 - 19:08 WIB")]
    [InlineData("22 Oktober 2024 pukul 20.08 WITA")]
    [InlineData("22 Oktober 2024 21:08 WIT")]
    [InlineData("Tue, 22 Oct 2024 21:08:00 JST")]
    [InlineData("2024-10-22T19:08:00+07:00")]
    [InlineData("2024-10-22T12:08:00.123Z")]
    [InlineData("2024-10-22T12:08Z")]
    [InlineData("2024-10-22 19:08:00 GMT+7")]
    [InlineData("2024-10-22 19:08:00 +700")]
    [InlineData("20241022T120800Z")]
    [InlineData("2024-10-22T120800Z")]
    [InlineData("Tue Oct 22 12:08:00 2024")]
    [InlineData("Tue Oct 22 08:08:00 EDT 2024")]
    [InlineData("October 22nd, 2024 12:08 pm UTC")]
    [InlineData("10/22/2024 12:08:00 PM")]
    [InlineData("22/10/2024 12:08")]
    [InlineData("22.10.2024 12:08")]
    [InlineData("mar., 22 oct. 2024 12:08:00 +0000")]
    [InlineData("Di, 22 Okt 2024 14:08:00 +0200")]
    [InlineData("22 октября 2024 15:08 MSK")]
    [InlineData("2024년 10월 22일 오후 9:08 KST")]
    [InlineData("1729598880")]
    [InlineData("1729598880000")]
    public void ADateIsReadInEveryUsualSpelling(string text)
    {
        Assert.Equal("2024-10-22 12:08", Utc(Parse(text)));
    }

    [Theory]
    [InlineData("2024-10-22", "2024-10-22 00:00")]
    [InlineData("2024-10", "2024-10-01 00:00")]
    [InlineData("2024", "2024-01-01 00:00")]
    [InlineData("2024-296", "2024-10-22 00:00")]
    [InlineData("22 Okt 2024", "2024-10-22 00:00")]
    [InlineData("Tue, 22 Oct 2024 24:00:00 GMT", "2024-10-23 00:00")]
    [InlineData("31 Dec 99 23:59:60 GMT", "1999-12-31 23:59")]
    [InlineData("04/03/2024", "2024-03-04 00:00")]
    [InlineData("04/03/2024 1:00 PM", "2024-04-03 13:00")]
    public void PartsThatAreMissingAreFilledUp(string text, string expected) => Assert.Equal(expected, Utc(Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("kemarin sore")]
    [InlineData("31 Feb 2024")]
    [InlineData("Tue, 22 Oct 2024 25:99:00 GMT")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("99999999999999999999")]
    [InlineData("22-13-2024")]
    public void WhatIsNoDateIsNull(string text) => Assert.Null(Parse(text));

    [Fact]
    public void ADateWithoutZone_TakesTheSources()
    {
        var jakarta = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), "WIB", "WIB");
        Assert.Equal("2024-10-22 12:08", Utc(FeedDate.Parse("Selasa, 22 Okt 2024 19:08", jakarta, Feeds.Now)));
    }

    [Fact]
    public void TheMachinesCulturePlaysNoPart()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            Assert.Equal("2024-10-22 12:08", Utc(Parse("Tue, 22 Oct 2024 12:08:00 GMT")));
            Assert.Equal("2024-10-22 12:08", Utc(Parse("22 Oct 2024 12:08")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTimeOffset? Parse(string text) => FeedDate.Parse(text, TimeZoneInfo.Utc, Feeds.Now);

    private static string? Utc(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
