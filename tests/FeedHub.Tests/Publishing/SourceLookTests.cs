using System.Data.Common;
using System.Text.RegularExpressions;
using FeedHub.Model.Sources;
using FeedHub.Publishing.Selection;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>What is read of the sources after each change.</summary>
public sealed class SourceLookTests
{
    private static readonly string[] Shown =
        ["Content", "Enabled", "FeedIcon", "FeedRights", "FeedTitle", "Folder", "Id", "Link", "Slug", "State", "Title", "Url"];

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task AfterAChange_OnlyTheColumnsThatAreShownAreRead()
    {
        using var folder = new TempFolder();
        var statements = new Statements();
        await using var service = await TestService.StartAsync(
            folder,
            Feeds.Json(Feeds.Source("https://a.example/f", "Alpha"), Feeds.Source("https://b.example/f", "Beta")),
            services: services => services.ConfigureDbContext<FeedHubDb>(options => options.AddInterceptors(statements)));
        var views = service.Services.GetRequiredService<SourceSnapshots>();
        await RenameAsync(service, "Gamma");
        statements.Read.Clear();

        Assert.Equal(["alpha: Alpha", "beta: Gamma"], (await views.GetAsync(CancellationToken.None)).BySlug.Values
            .Select(s => $"{s.Slug}: {s.Title}").Order());

        var read = Assert.Single(statements.Read, statement => statement.Contains("FROM \"Sources\"", StringComparison.Ordinal));
        var list = read[..read.IndexOf("FROM", StringComparison.Ordinal)];
        Assert.Equal(Shown, Regex.Matches(list, "\"s\".\"(\\w+)\"").Select(column => column.Groups[1].Value).Order());
    }

    [Fact]
    public void ASource_LooksTheSame_LoadedWholeAndByItsColumns()
    {
        var source = new Source { Id = 3, Slug = "a", Url = "https://a.example/f", UrlKey = "", Feed = { Title = "Alpha", Icon = "i" } };
        var look = source.Look;
        Assert.Equal(look, SourceLook.Columns.Compile()(source).Text);
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

    private sealed class Statements : DbCommandInterceptor
    {
        public List<string> Read { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            lock (Read)
                Read.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
