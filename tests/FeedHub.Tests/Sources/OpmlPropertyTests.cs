using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources.Exporting;
using FeedHub.Sources.Importing;
using FeedHub.Syndication.Reading.Opml;
using FeedHub.Syndication.Writing;

namespace FeedHub.Tests.Sources;

/// <summary>Subscription lists carry what the table of properties says, out and in.</summary>
public class OpmlPropertyTests
{
    public static TheoryData<string> Own => [.. OpmlProperties.All.Select(property => property.Name)];

    // One that is new and has no value here is found by the test below.
    private static DeclaredSource Declared => new()
    {
        Kind = SourceKind.Page,
        Selectors = new("li.news") { Title = "h3 > a[title='\"']" },
        Content = ContentPolicy.Link,
        Robots = RobotsPolicy.Ignore,
    };

    [Theory]
    [MemberData(nameof(Own))]
    public void APropertyOfFeedHubsOwn_ComesBackAsItWentOut(string name)
    {
        var (property, source) = (SourceProperties.Find(name)!, Source());
        Assert.False(property.IsUsual(source.Declared), $"give {name} a value in this test");
        var list = OpmlReader.Read(OpmlWriter.Write("x", [SourceExport.Outline(source, whole: true)]))!;
        var (read, problems) = OpmlProperties.Read(Assert.Single(list.Lines).Own);
        Assert.Empty(problems);
        Assert.True(property.AreSame(source.Declared, read));
    }

    [Fact]
    public void AnImport_SaysEachPropertyThatListsCarry_AndNoOther()
    {
        var edit = ImportLines.EditOf(new() { Url = "https://a.example/feed", Own = OpmlProperties.Of(Declared) });
        Assert.All(SourceProperties.All, property => Assert.Equal(property.Opml != OpmlCarriage.None, edit.Says(property)));
        Assert.All(OpmlProperties.All, property => Assert.True(property.AreSame(Declared, edit.Declared)));
    }

    [Fact]
    public void APropertyThatIsOnlyTrueOrFalse_IsReadAsWritten()
    {
        var (flag, read) = (SourceProperties.Enabled, new DeclaredSource());
        Assert.Equal("false", flag.AttributeOf(new() { Enabled = false }));
        Assert.Null(flag.ReadAttribute("FALSE", read));
        Assert.False(read.Enabled);
        Assert.Equal("\"perhaps\" is neither true nor false", flag.ReadAttribute("perhaps", read));
    }

    private static Source Source()
    {
        var source = new Source { Slug = "a", Url = "https://a.example/feed", UrlKey = "https://a.example/feed" };
        foreach (var property in OpmlProperties.All)
            property.Copy(Declared, source.Declared);
        return source;
    }
}
