using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model without starting FeedHub.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<FeedHubDb>
{
    public FeedHubDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite("Data Source=:memory:").Options);
}
