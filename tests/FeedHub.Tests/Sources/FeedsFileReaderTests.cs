using System.Text;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Sources;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using static FeedHub.Tests.Sources.FeedsFiles;

namespace FeedHub.Tests.Sources;

public sealed class FeedsFileReaderTests
{
    [Fact]
    public void Parse_EveryProperty_IsTakenOver()
    {
        var source = Source("""
            "title": "ANTARA", "category": ["politics", "economy", "politics"], "language": "id", "timeZone": "Asia/Jakarta",
            "interval": "00:15:00", "content": "summary", "headers": { "Authorization": "env:ANTARA_TOKEN" }, "enabled": false
            """);

        Assert.Equal("https://example.org/feed.xml", source.Url);
        Assert.Equal("ANTARA", source.Declared.Title);
        Assert.Equal(["politics", "economy"], source.Declared.Categories);
        Assert.Equal("id", source.Declared.Language);
        Assert.Equal("Asia/Jakarta", source.Declared.TimeZone);
        Assert.Equal(TimeSpan.FromMinutes(15), source.Declared.Interval);
        Assert.Equal(ContentPolicy.Summary, source.Declared.Content);
        Assert.Equal("env:ANTARA_TOKEN", source.Declared.Headers["authorization"]);
        Assert.False(source.Declared.Enabled);
    }

    [Fact]
    public void Parse_UrlAlone_LeavesTheRestUnsaid()
    {
        var source = Valid("""
            {
              "sources": [
                { "url": "https://example.org/feed.xml" }
              ]
            }
            """).Sources.Single();

        Assert.Null(source.Declared.Title);
        Assert.Empty(source.Declared.Categories);
        Assert.Null(source.Declared.Language);
        Assert.Null(source.Declared.TimeZone);
        Assert.Null(source.Declared.Interval);
        Assert.Equal(ContentPolicy.Usual, source.Declared.Content);
        Assert.Equal(ContentPolicy.Full, source.Declared.Republished);
        Assert.Null(source.Declared.Selectors);
        Assert.Empty(source.Declared.Headers);
        Assert.True(source.Declared.Enabled);
        Assert.Equal(3, source.Line);
    }

    [Fact]
    public void Parse_TitleAndDescription_AreTheMergedFeeds()
    {
        var file = Valid("""{ "$schema": "s.json", "title": "My news", "description": "all of it", "sources": [] }""");

        Assert.Equal(("My news", "all of it"), (file.Title, file.Description));
    }

    [Fact]
    public void Parse_CommentsTrailingCommasAndByteOrderMark_AreAllowed()
    {
        var text = "\uFEFF{ // sources\n \"sources\": [ /* one */ { \"url\": \"https://example.org/feed.xml\", }, ], }";

        Assert.Single(Valid(text).Sources);
    }

    [Fact]
    public void Parse_EverythingWrong_IsToldInOneGo()
    {
        var result = Parse("""
            {
              "tittle": "x",
              "sources": [
                { "url": "example.org/feed.xml", "category": "politic" },
                { "title": 5, "langauge": "id" }
              ],
              "categories": [ { "slug": "Korea!" } ]
            }
            """);

        Assert.Null(result.File);
        Assert.Equal(
            [(2, 3), (4, 14), (4, 50), (5, 5), (5, 16), (5, 19), (7, 19), (7, 29)],
            result.Errors.Select(e => (e.Line, e.Column)));
    }

    [Fact]
    public void Parse_ColumnAfterTextBeyondAscii_CountsCharactersNotBytes()
    {
        var error = OnlyError("""{ "title": "é…", "tite": "x", "sources": [] }""");

        Assert.Equal((1, 18), (error.Line, error.Column));
    }

    [Fact]
    public void Parse_FileWithByteOrderMark_CountsFromBehindIt()
    {
        Assert.Equal(3, OnlyError("\uFEFF{ \"tite\": \"x\", \"sources\": [] }").Column);
    }

    [Theory]
    [InlineData("{\n  \"sources\": [\n    oops\n  ]\n}", 3, 5, "not JSON")]
    [InlineData("{\n  \"title\": \"é\" \"sources\": []\n}", 2, 16, "not JSON")]
    [InlineData("{ \"sources\": [", 1, 15, "not JSON")]
    [InlineData("{ \"sources\": [] } x", 1, 19, "not JSON")]
    [InlineData("", 1, 1, "empty")]
    [InlineData(" \r\n\t", 1, 1, "empty")]
    [InlineData("{ \"title\": \"\\ud83d\", \"sources\": [] }", 1, 12, "half a character")]
    [InlineData("{\n\"\\ud83d\": 1 }", 2, 1, "half a character")]
    public void Parse_NoJson_IsOneErrorWithItsPlace(string text, int line, int column, string message)
    {
        var error = OnlyError(text);

        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Errors_AreSaidInTheLanguageOfWhoReadsThem_WhateverWasSpokenWhenTheFileWasRead()
    {
        const string Text = "{ \"tite\": \"x\", \"sources\": [ { \"url\": \"gopher://x\", \"interval\": 5 } ], \"feeds\": [ {} ] }";
        var read = FeedsFileReader.Parse(Text, Topics);
        var same = Spoken.In(ReasonLanguage.Indonesian, () => FeedsFileReader.Parse(Text, Topics));

        Assert.Equal(read.Errors.Select(error => error.Message), same.Errors.Select(error => error.Message));
        Assert.Contains(read.Errors, error => error.Message.Contains("is not a property of feeds.json", StringComparison.Ordinal));
        var indonesian = Spoken.In(ReasonLanguage.Indonesian, () => read.Errors.Select(error => error.Message).ToList());
        Assert.Equal(read.Errors.Count, indonesian.Count);
        Assert.Empty(indonesian.Intersect(read.Errors.Select(error => error.Message)));
        Assert.Contains(indonesian, words => words.Contains("bukan properti feeds.json", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_NestedWithoutEnd_IsAnErrorNotAnOverflow()
    {
        Assert.Contains("depth", OnlyError(new string('[', 100_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Latin1_NamesTheFirstByteThatIsNoUtf8()
    {
        var error = Assert.Single(FeedsFileReader.Parse(Encoding.Latin1.GetBytes("{\n\"title\": \"é\" }"), Topics).Errors);

        Assert.Equal((2, 11), (error.Line, error.Column));
        Assert.Contains("save it as UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Utf16_SaysSo()
    {
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")];

        Assert.Contains("UTF-16", Assert.Single(FeedsFileReader.Parse(utf16, Topics).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MoreThanTheLimit_IsNotRead()
    {
        var error = Assert.Single(FeedsFileReader.Parse(new byte[FeedsFileReader.MaxBytes + 1], Topics).Errors);

        Assert.Contains("10,485,760", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[ "https://example.org/feed.xml" ]""", "this is a list")]
    [InlineData("{}", "no sources")]
    [InlineData("""{ "sources": {} }""", "write a list")]
    [InlineData("""{ "sources": [ "https://example.org/feed.xml" ] }""", "this is a text: write { \"url\"")]
    [InlineData("""{ "sources": [], "sources": [] }""", "stands here twice, first on line 1")]
    [InlineData("""{ "title": "", "sources": [] }""", "empty")]
    [InlineData("""{ "title": null, "sources": [] }""", "null")]
    [InlineData("""{ "streams": 1, "sources": [] }""", "write one of $schema, title")]
    public void Parse_WrongShape_SaysWhatToWrite(string text, string message) =>
        Assert.Contains(message, OnlyError(text).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NoSuchFile_IsAnErrorAsAnyOther()
    {
        using var folder = new TempFolder();

        var result = FeedsFileReader.Read(Path.Combine(folder.Path, "feeds.json"), Topics);

        Assert.Equal("feeds.json is gone", Assert.Single(result.Errors).Message);
    }
}
