using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// The tables as PostgreSQL has them: every name in small letters, as names without quotes are read; text ordered and compared by its
/// bytes, as SQLite does, in any language of the server.
/// </summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : FeedHubDb(options)
{
    private const string ByBytes = "C";
    private const string CaseFree = "nocase";

    /// <summary>Saves in a transaction, however little it is: at its begin the database says whether this node stores.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc cref="SaveChangesAsync(bool, CancellationToken)"/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.HasCollation(CaseFree, locale: "und-u-ks-level2", provider: "icu", deterministic: false);
        foreach (var table in model.Model.GetEntityTypes())
            NameSmall(table);
    }

    private static void NameSmall(IMutableEntityType table)
    {
        table.SetTableName(Small(table.GetTableName()!));
        foreach (var key in table.GetKeys())
            key.SetName(Small(key.GetName()!));
        foreach (var key in table.GetForeignKeys())
            key.SetConstraintName(Small(key.GetConstraintName()!));
        foreach (var index in table.GetIndexes())
            index.SetDatabaseName(Small(index.GetDatabaseName()!));
        foreach (var property in table.GetProperties().Concat(
            table.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties())))
            Configure(property);
    }

    private static void Configure(IMutableProperty property)
    {
        property.SetColumnName(Small(property.GetColumnName()));
        if ((property.FindTypeMapping()?.Converter?.ProviderClrType ?? property.GetValueConverter()?.ProviderClrType
            ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string))
            property.SetCollation(property.GetCollation() is null ? ByBytes : CaseFree);
    }

    private static string Small(string name) => name.ToLowerInvariant();
}
