using FeedHub.Storage.Tables;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Categories;

/// <summary>How rules are stored: a release that stores unchanged rules in another way would tag every item again, and undo what an admin
/// changed since the file was read.</summary>
public sealed class StoredRulesTests : IDisposable
{
    private const string Categories = """
        [{"Slug":"ferries","Title":"Ferries","Any":["ferry","\"night boat\""],"All":["harbour"],"None":["film"],"In":["title","url"],"Sources":["alpha"]},{"Slug":"sport","Title":null,"Any":["derby"],"All":[],"None":[],"In":["title","text"],"Sources":[]}]
        """;

    private const string Drop = """
        [{"Title":"Adverts","Any":["advertorial"],"All":[],"None":["court"],"In":["title","text"],"Sources":[],"Name":"Adverts"},{"Title":null,"Any":[],"All":["sponsored","post"],"None":[],"In":["author"],"Sources":["alpha"],"Name":"all of sponsored, post; in author"}]
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UnchangedRules_AreStoredToTheLetter_WithTheSameHashes()
    {
        await using var service = await TestService.StartAsync(_folder, """
            {
              "title": "Harbour", "sources": [],
              "categories": [
                { "slug": "ferries", "title": "Ferries", "any": ["ferry", "\"night boat\""], "all": ["harbour"], "none": ["film"],
                  "in": ["title", "url"], "sources": ["alpha"] },
                { "slug": "sport", "any": ["derby"] } ],
              "drop": [
                { "title": "Adverts", "any": ["advertorial"], "none": ["court"] },
                { "all": ["sponsored", "post"], "in": ["author"], "sources": ["alpha"] } ]
            }
            """);
        await using var db = await service.Services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync();
        var parts = await db.DeclaredParts.Where(part => part.Name == "categories" || part.Name == "drop").OrderBy(part => part.Name)
            .ToListAsync();
        var retag = await db.Retags.SingleAsync();

        Assert.Equal([(Categories, "4786a1e3bbaf85c795073cfa8dcac27c"), (Drop, "31cdd0b9d7e79df0be68689459e1b8c5")],
            parts.Select(part => (part.Json, part.FileHash)));
        Assert.Equal("756247446dc3d2a6e2d0ea0508d3f014", retag.RulesHash);
    }
}
