using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FeedHub.Storage.Statements.Audit;

/// <summary>Writes down who added or changed which source, in the transaction that does it, for every caller.</summary>
internal sealed class SourceAudit(TimeProvider time) : SaveChangesInterceptor
{
    /// <summary>A first feeds.json may name thousands: then one entry says how many.</summary>
    private const int ListedAdditions = 50;

    private static readonly Source Plain = new() { Slug = "", Url = "", UrlKey = "" };

    private static readonly string[] Audited =
    [
        nameof(Source.Url), nameof(DeclaredSource.Title), nameof(DeclaredSource.Categories), nameof(DeclaredSource.Language),
        nameof(DeclaredSource.TimeZone), nameof(DeclaredSource.Interval), nameof(DeclaredSource.Content), nameof(DeclaredSource.Headers),
        nameof(DeclaredSource.Enabled), nameof(SourceFeed.Identity), nameof(SourceFeed.IdentityPinned),
    ];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Note(DbContext db)
    {
        var sources = db.ChangeTracker.Entries<Source>().Where(e => e.State is EntityState.Added or EntityState.Modified)
            .ToLookup(e => e.State);
        var entries = sources[EntityState.Modified].Select(Changed).OfType<AuditEntry>().Concat(Added([.. sources[EntityState.Added]]))
            .ToList();
        db.AddRange(entries);
    }

    private IEnumerable<AuditEntry> Added(IReadOnlyList<EntityEntry<Source>> added) => added.Count <= ListedAdditions
        ? added.Select(e => EntryOf("source added", e.Entity.Slug, AuditEntry.Nothing, Values(e, given: true, name => IsSet(e, name))))
        : [EntryOf(
            "sources added",
            $"{added.Count} sources: {string.Join(", ", added.Select(e => e.Entity.Slug))}",
            AuditEntry.Nothing,
            AuditEntry.Nothing)];

    private static bool IsSet(EntityEntry<Source> source, string name) =>
        PropertyOf(source, name) is var property && Text(property.CurrentValue) != Text(PlainValue(property.Metadata));

    private static object? PlainValue(IProperty property) => property.PropertyInfo!.GetValue(
        property.DeclaringType is IComplexType part ? part.ComplexProperty.PropertyInfo!.GetValue(Plain) : Plain);

    private static PropertyEntry PropertyOf(EntityEntry<Source> source, string name) => source.Metadata.FindProperty(name) is { } own
        ? source.Property(own)
        : source.ComplexProperties.First(part => part.Metadata.ComplexType.FindProperty(name) is not null).Property(name);

    private AuditEntry? Changed(EntityEntry<Source> source)
    {
        bool IsChanged(string name) =>
            PropertyOf(source, name) is { IsModified: true } property && Text(property.OriginalValue) != Text(property.CurrentValue);
        bool IsSecretChanged(string name) => name == nameof(DeclaredSource.Headers) && PropertyOf(source, name).IsModified;
        bool IsShown(string name) => IsChanged(name) || IsSecretChanged(name);
        return Audited.Any(IsShown)
            ? EntryOf(
                Words(source.Entity, Audited.Where(IsShown)),
                source.Entity.Slug,
                Values(source, given: false, IsShown),
                Values(source, given: true, IsShown))
            : null;
    }

    private static string Words(Source source, IEnumerable<string> changed) =>
        !changed.SequenceEqual([nameof(DeclaredSource.Enabled)])
            ? "source changed"
            : source.Declared.Enabled ? "source resumed" : "source paused";

    private AuditEntry EntryOf(
        string what,
        string target,
        IReadOnlyDictionary<string, string?> before,
        IReadOnlyDictionary<string, string?> after) =>
        AuditLog.EntryOf(Actor.Current, AuditArea.Sources, what, target, time.GetUtcNow(), before, after);

    private static Dictionary<string, string?> Values(EntityEntry<Source> source, bool given, Func<string, bool> isShown) => Audited
        .Where(isShown)
        .Select(
            name =>
                (Name: name, Value: Shown(name, Text(ValueOf(PropertyOf(source, name), given)))))
        .Where(property => property.Value is not null)
        .ToDictionary(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..], property => property.Value);

    private static object? ValueOf(PropertyEntry property, bool given) => given ? property.CurrentValue : property.OriginalValue;

    private static string? Shown(string name, string? value) =>
        name == nameof(Source.Url) && value is not null ? ShownAddress.Of(value) : ShownAddress.InText(value);

    private static string? Text(object? value) => value switch
    {
        null => null,
        IReadOnlyDictionary<string, string> headers => headers.Count == 0
            ? null
            : string.Join(", ", headers.Keys.Select(h => $"{h}: {AuditLog.Masked}")),
        IReadOnlyCollection<string> list => list.Count == 0 ? null : string.Join(", ", list),
        bool yes => yes ? "yes" : "no",
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
