using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

public class LanguageTagsTests
{
    [Theory]
    [InlineData("id", "id")]
    [InlineData("ID", "id")]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData("ms-", "ms")]
    [InlineData("ms__MY", "ms-MY")]
    [InlineData("de_AT@collation=phonebook", "de-AT")]
    [InlineData("简体中文", "zh-Hans")]
    [InlineData("English (UK)", "en-GB")]
    [InlineData("PT-br", "pt-BR")]
    [InlineData("in", "id")]
    [InlineData("in_ID", "id-ID")]
    [InlineData("iw-IL", "he-IL")]
    [InlineData("ji", "yi")]
    [InlineData("ind", "id")]
    [InlineData("ger-AT", "de-AT")]
    [InlineData("fil", "fil")]
    [InlineData("jp", "ja")]
    [InlineData("en-UK", "en-GB")]
    [InlineData("zh_tw", "zh-TW")]
    [InlineData("zh_HANT_tw", "zh-Hant-TW")]
    [InlineData("zh-CHS", "zh-Hans")]
    [InlineData("zh-min-nan", "nan")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-CH-1996", "de-CH-1996")]
    [InlineData("EN-us-X-Twain-TX", "en-US-x-twain-tx")]
    [InlineData("de_DE.UTF-8", "de-DE")]
    [InlineData("de_DE@euro", "de-DE")]
    [InlineData("id, en", "id")]
    [InlineData("fr-CA;q=0.8", "fr-CA")]
    [InlineData("Javanese", "jv")]
    [InlineData("DEUTSCH", "de")]
    [InlineData("français", "fr")]
    [InlineData("Bahasa Indonesia", "id")]
    [InlineData("English (United Kingdom)", "en-GB")]
    [InlineData("Malay language", "ms")]
    public void ALanguageIsSpelledAsBcp47(string written, string expected) => Assert.Equal(expected, LanguageTags.Normalise(written));

    [Theory]
    [InlineData("")]
    [InlineData("xx")]
    [InlineData("xx-YY")]
    [InlineData("und")]
    [InlineData("mul")]
    [InlineData("C")]
    [InlineData("x-default")]
    [InlineData("<language>")]
    [InlineData("none")]
    [InlineData(",")]
    [InlineData("english-like gibberish of somebody who has much to say about the language he writes in, and does not stop")]
    public void WhatNamesNoLanguage_IsNull(string written) => Assert.Null(LanguageTags.Normalise(written));

    [Fact]
    public void EveryFormatGivesTheTag_AndTheNextDeclarationCountsWhereTheFirstNamesNone()
    {
        Assert.Equal("nl-BE", Feeds.Read("<rss version='2.0'><channel><language>nl_BE</language></channel></rss>").Language);
        Assert.Equal("su", Feeds.Read("<rss version='2.0' xml:lang='sun'><channel><language>default</language></channel></rss>").Language);
        Assert.Equal("he", Feeds.Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='iw'/>").Language);
        var json = Feeds.Read(
            """{ "version": "https://jsonfeed.org/version/1.1", "language": "in_ID", "items": [{ "id": "1", "language": "Sundanese" }] }""");
        Assert.Equal(("id-ID", "su"), (json.Language, json.Items[0].Language));
        Assert.Equal("en-AU", Feeds.RssItem("<dc:language xmlns:dc='http://purl.org/dc/elements/1.1/'>en_AU</dc:language>").Language);
        Assert.Equal("ms", Feeds.AtomEntry("<content xml:lang='MSA'>isi</content>").Language);
    }
}
