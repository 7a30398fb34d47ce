using System.Text.RegularExpressions;
using FeedHub.Model.Sources;
using FeedHub.Publishing.Selection;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>What is read of the sources after each change.</summary>
public sealed class SourceLookTests
{
    private static readonly string[] Shown =
        ["Content", "Enabled", "FeedIcon", "FeedRights", "FeedTitle", "Folder", "Id", "Link", "Slug", "State", "Title", "Url"];

    [Fact]
    public async Task AfterAChange_TheSourcesAreReadAgain_AsTheyLook()
    {
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(
            folder,
            Feeds.Json(Feeds.Source("https://a.example/f", "Alpha"), Feeds.Source("https://b.example/f", "Beta", "\"content\": \"link\"")));
        var views = service.Services.GetRequiredService<SourceSnapshots>();
        await RenameAsync(service, "Gamma");

        Assert.Equal(["alpha: Alpha", "beta: Gamma"], (await views.GetAsync(CancellationToken.None)).BySlug.Values
            .Select(s => $"{s.Slug}: {s.Title}").Order());
        await using var db = await service.DatabaseAsync();
        using var connection = service.Services.GetRequiredService<IReaderEngine>().Open();
        Assert.Equal(db.Sources.OrderBy(s => s.Id).AsEnumerable().Select(SourceLook.Of), SourceLooks.All(connection));
    }

    [Fact]
    public void OnlyTheColumnsThatAreShownAreRead() => Assert.Equal(
        Shown,
        Regex.Matches(SourceLooks.Sql[..SourceLooks.Sql.IndexOf("FROM", StringComparison.Ordinal)], @"(?<!')\b[A-Z][a-z]\w*")
            .Select(column => column.Value).Order());

    [Fact]
    public void ASource_LooksDifferent_AfterEachChangeOfWhatIsShown()
    {
        var source = new Source { Id = 3, Slug = "a", Url = "https://a.example/f", UrlKey = "", Feed = { Title = "Alpha", Icon = "i" } };
        var look = source.Look;
        Assert.Equal(look, SourceLook.Of(source).Text);
        foreach (var change in (Action[])[
            () => source.Declared.Title = "B", () => source.Feed.Link = "l", () => source.Feed.Rights = "r", () => source.Feed.Icon = null,
            () => source.Declared.Content = ContentPolicy.Link, () => source.Url = "https://b.example/f"])
        {
            change();
            Assert.NotEqual(look, source.Look);
            look = source.Look;
        }
    }

    private static async Task RenameAsync(TestService service, string title)
    {
        using var answer = await service.Client.PatchAsync(
            "/api/sources/beta", new StringContent($$"""{ "title": "{{title}}" }""", null, "application/json"));
        answer.EnsureSuccessStatusCode();
    }
}
