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
    [InlineData("22 באוקטובר 2024, 12:08")]
    [InlineData("2024 m. spalio 22 d. 12:08")]
    [InlineData("22 жовт. 2024, 12:08")]
    [InlineData("22 октомври 2024 г. 12:08")]
    [InlineData("Jumanne, 22 Oktoba 2024 12:08")]
    [InlineData("22 اکتوبر 2024 12:08")]
    [InlineData("22 Hydref 2024 12:08")]
    [InlineData("22 Oktubre 2024 12:08 e pasdites")]
    [InlineData("22 ऑक्टोबर 2024 12:08")]
    [InlineData("22 అక్టోబర్ 2024 12:08")]
    [InlineData("22 ഒക്‌ടോബർ 2024 12:08")]
    [InlineData("22 ಅಕ್ಟೋಬರ್ 2024 12:08")]
    [InlineData("22 ઑક્ટોબર 2024 12:08")]
    [InlineData("2024 ඔක්තෝබර් 22 12:08")]
    [InlineData("၂၂ အောက်တိုဘာ ၂၀၂၄ ၁၂:၀၈")]
    [InlineData("22 តុលា 2024 12:08")]
    [InlineData("22 ຕຸລາ 2024 12:08")]
    [InlineData("22 ოქტომბერი 2024 12:08")]
    [InlineData("22 հոկտեմբերի 2024 12:08")]
    [InlineData("22 oktyabr 2024 12:08")]
    [InlineData("2024-yil 22-oktyabr, 12:08")]
    [InlineData("2024 ж. 22 қазан 12:08")]
    [InlineData("22 tetor 2024 12:08")]
    [InlineData("22. október 2024 12:08")]
    [InlineData("22 кастрычніка 2024 12:08")]
    [InlineData("22 Oktoba 2024 12:08")]
    [InlineData("2024. gada 22. oktobris 12:08")]
    [InlineData("22 تشرين الأول 2024 12:08")]
    [InlineData("22 تشرين الاول 2024 12:08")]
    public void MonthsAreKnownInManyLanguages(string text) => Assert.Equal("2024-10-22 12:08", Utc(Parse(text)));

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

    [Theory]
    [InlineData("٢٢-١٠-٢٠٢٤ ١٢:٠٨:٠٠")]
    [InlineData("۲۰۲۴/۱۰/۲۲ ۱۲:۰۸")]
    [InlineData("२२/१०/२०२४ १२:०८")]
    [InlineData("২২ Oct ২০২৪ ১৯:০৮:০০ +০৭০০")]
    [InlineData("๒๒ ตุลาคม ๒๕๖๗ ๑๒:๐๘")]
    [InlineData("２０２４－１０－２２Ｔ１２：０８：００Ｚ")]
    [InlineData("２０２４年１０月２２日　１２時０８分")]
    [InlineData("２０２４／１０／２２　１２：０８")]
    [InlineData("二〇二四年十月二十二日 十二时八分")]
    [InlineData("\u200F٢٢ أكتوبر ٢٠٢٤، ١٢:٠٨")]
    [InlineData("𝟐𝟎𝟐𝟒-𝟏𝟎-𝟐𝟐 𝟏𝟐:𝟎𝟖")]
    [InlineData("Tue, 22 Oct 2024 19:08:00 +०७००")]
    [InlineData("١٧٢٩٥٩٨٨٨٠")]
    public void ADateInOtherDigitsIsRead(string text) => Assert.Equal("2024-10-22 12:08", Utc(Parse(text)));

    [Theory]
    [InlineData("2024-10-22 오후 9:08:00")]
    [InlineData("2024.10.22 PM 9:08")]
    [InlineData("2024년 10월 22일 밤 9시 8분")]
    [InlineData("2024/10/22 下午 09:08:00")]
    [InlineData("2024年10月22日 晚上9点08分")]
    [InlineData("2024/10/22 21:08 下午")]
    [InlineData("2024年10月22日 午後9時8分")]
    [InlineData("22/10/2024 09:08 م")]
    [InlineData("22/10/2024م 21:08")]
    [InlineData("٢٢/١٠/٢٠٢٤ ٠٩:٠٨ مساءً")]
    [InlineData("2024/10/22 9:08 ب.ظ")]
    [InlineData("22/10/2024 9:08 μμ")]
    [InlineData("22 Οκτωβρίου 2024, 9:08 μ.μ.")]
    [InlineData("22/10/2024 9:08:00 CH")]
    [InlineData("22/10/2024 9:08 tối")]
    [InlineData("Thứ Ba, ngày 22 tháng 10 năm 2024, 9 giờ 08 tối")]
    [InlineData("22 thg 10, 2024 21:08")]
    [InlineData("22.10.2024 ÖS 9:08")]
    [InlineData("22.10.2024 9:08 אחה״צ")]
    [InlineData("22/10/2024 9:08 p. m.")]
    [InlineData("22 Oktober 2024 pukul 9.08 malam")]
    [InlineData("22 oct. 2024 21h08")]
    [InlineData("22/10/2024 अपराह्न 9:08")]
    [InlineData("22.10.2024, 9:08 abends")]
    [InlineData("22.10.2024 v 9:08 večer")]
    [InlineData("22.10.2024, 9:08 po południu")]
    [InlineData("22.10.2024 9:08 вечера")]
    [InlineData("22.10.2024 9:08 вечора")]
    [InlineData("22/10/2024 9:08 অপরাহ্ন")]
    [InlineData("22/10/2024 9:08 jioni")]
    [InlineData("22-10-2024 9:08 's avonds")]
    [InlineData("22.10.2024 9:08 pēcpusdienā")]
    [InlineData("22/10/2024 9:08 di sera")]
    [InlineData("2024-10-22 9:08 ප.ව.")]
    [InlineData("22/10/2024 9:08 ב־PM")]
    public void AnHourOfTheSecondHalfOfTheDayIsOne(string text) => Assert.Equal("2024-10-22 21:08", Utc(Parse(text)));

    [Theory]
    [InlineData("2024-10-22 오전 12:08", "2024-10-22 00:08")]
    [InlineData("22/10/2024 12:08 SA", "2024-10-22 00:08")]
    [InlineData("22/10/2024 9:08 ص", "2024-10-22 09:08")]
    [InlineData("22/10/2024 9:08 π.μ.", "2024-10-22 09:08")]
    [InlineData("2024/10/22 上午 09:08", "2024-10-22 09:08")]
    [InlineData("22 Oktober 2024 pukul 10.08 siang", "2024-10-22 10:08")]
    [InlineData("22 Oktober 2024 pukul 1.08 siang", "2024-10-22 13:08")]
    [InlineData("2024年10月22日 午後0時8分", "2024-10-22 12:08")]
    [InlineData("2024년 10월 22일 오후 3시", "2024-10-22 15:00")]
    [InlineData("Oct 22, 2024, 3 PM", "2024-10-22 15:00")]
    [InlineData("05/11/2024 3:10 CH", "2024-11-05 15:10")]
    [InlineData("22/10/2024 12:08 em Paris", "2024-10-22 12:08")]
    [InlineData("22.10.2024 3:08 дня", "2024-10-22 15:08")]
    [InlineData("22.10.2024 9:08 утра", "2024-10-22 09:08")]
    [InlineData("22.10.2024 12:08 ночи", "2024-10-22 00:08")]
    [InlineData("22.10.2024 9:08 dopoledne", "2024-10-22 09:08")]
    [InlineData("22/10/2024 1:08 दोपहर", "2024-10-22 13:08")]
    [InlineData("22/10/2024 15:08 di sera", "2024-10-22 15:08")]
    public void AnHourBesideSuchAWordIsTheOneMeant(string text, string expected) => Assert.Equal(expected, Utc(Parse(text)));

    [Theory]
    [InlineData("2024-10-22 14:08:00 Europe/Paris", "2024-10-22 12:08")]
    [InlineData("2024-12-22 14:08:00 Europe/Paris", "2024-12-22 13:08")]
    [InlineData("2024-10-22T19:08+07:00[Asia/Jakarta]", "2024-10-22 12:08")]
    [InlineData("Tue, 22 Oct 2024 08:08 America/New_York", "2024-10-22 12:08")]
    [InlineData("2024-10-22 19:08 Etc/GMT-7", "2024-10-22 12:08")]
    [InlineData("22/10/2024 (Asia/Tokyo) 9:08 PM", "2024-10-22 12:08")]
    [InlineData("2024-10-22 12:08 Europe/Nowhere", "2024-10-22 12:08")]
    [InlineData("2024-10-22 14:08 europe/paris", "2024-10-22 12:08")]
    [InlineData("2024-10-22 08:08 AMERICA/NEW_YORK", "2024-10-22 12:08")]
    [InlineData("2024-10-22 08:08 Eastern Daylight Time", "2024-10-22 12:08")]
    [InlineData("2024-12-22 14:08 Central European Standard Time", "2024-12-22 13:08")]
    [InlineData("Tue, 22 Oct 2024 19:08 Western Indonesia Time", "2024-10-22 12:08")]
    [InlineData("2024-10-22 12:08 Zulu", "2024-10-22 12:08")]
    public void AZoneOfTheIanaDatabaseHolds(string text, string expected) => Assert.Equal(expected, Utc(Parse(text)));

    [Theory]
    [InlineData("Tue, 22 Oct 2567 19:08:00 +0700")]
    [InlineData("2567-10-22T12:08:00Z")]
    [InlineData("22/10/2567 12:08")]
    [InlineData("22 ต.ค. 2567 12:08 น.")]
    [InlineData("วันอังคารที่ 22 ต.ค. 67 12.08 น.")]
    [InlineData("22 ตุลาคม พ.ศ. 2567 12:08")]
    [InlineData("令和6年10月22日 12時8分")]
    [InlineData("2024年(令和6年)10月22日 12:08")]
    [InlineData("民國113年10月22日 12:08")]
    [InlineData("中華民國113/10/22 12:08")]
    [InlineData("주체113(2024)년 10월 22일 12:08")]
    [InlineData("1403/08/01 12:08")]
    [InlineData("۱ آبان ۱۴۰۳ ۱۲:۰۸")]
    [InlineData("1446-04-19 12:08")]
    [InlineData("١٩ ربيع الآخر ١٤٤٦ ١٢:٠٨")]
    [InlineData("19 ربيع الثاني 1446هـ 12:08")]
    [InlineData("22/10/67 12:08 น.")]
    [InlineData("R6.10.22 12:08")]
    [InlineData("二〇二四年十月廿二日 12:08")]
    public void AYearOfAnotherCalendarIsReadInOurs(string text) => Assert.Equal("2024-10-22 12:08", Utc(Parse(text)));

    [Fact]
    public void ALeapDayOfTheBuddhistEraIsRead() => Assert.Equal("2024-02-29 00:00", Utc(Parse("29/02/2567")));

    [Fact]
    public void NoTextThrows()
    {
        string[] parts =
        [
            "9999-12-31", "24:00:00", "9999-366", "٩٩٩٩", "2567", "1404", "1500/12/30", "令和元年", "二十十年", "\uD800", "31", "é", "Feb", "อ.",
            "+14:00", "99", "99999999999999",
            "下午", "PM", "Europe/Paris", "Asia/../../x", "[Etc/]", "00:00", ":", "/", "-", "T", "年", "月", "日", "時", "半", "م", "½", "①", "Ⅳ",
            "\u0000", "1", "12",
        ];
        var random = new Random(14);
        for (var n = 0; n < 20_000; n++)
            Parse(string.Join(
                random.Next(2) == 0 ? " " : "",
                Enumerable.Range(0, random.Next(1, 7)).Select(_ => parts[random.Next(parts.Length)])));
    }

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
