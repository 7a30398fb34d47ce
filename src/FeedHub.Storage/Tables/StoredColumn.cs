using System.Reflection;
using FeedHub.Model.Coverage;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Tables;

/// <summary>A column of an entity's table, found by the rules that EF Core's model follows here; a test compares the two.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">The part of the entity that has it, or null: the entity itself.</param>
/// <param name="Property">What has its value.</param>
/// <param name="Field">Where that goes: a setter may work out what stands in the row already.</param>
internal sealed record StoredColumn(string Name, PropertyInfo? Part, PropertyInfo Property, FieldInfo Field)
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly HashSet<Type> Parts = [typeof(DeclaredSource), typeof(SourceFeed), typeof(SourcePolling)];

    private static readonly HashSet<Type> OtherTables =
        [typeof(Source), typeof(SourceSentences), typeof(Subscription), typeof(Story), typeof(StoryCoverage), typeof(List<Item>)];

    private static readonly HashSet<Type> Plain =
        [typeof(string), typeof(long), typeof(int), typeof(bool), typeof(double), typeof(byte[])];

    // What is not named as its property is.
    private static readonly Dictionary<(string Owner, string Property), string> OtherNames = new()
    {
        [(nameof(SourceFeed), nameof(SourceFeed.Title))] = "FeedTitle",
        [(nameof(SourceFeed), nameof(SourceFeed.Rights))] = "FeedRights",
        [(nameof(SourceFeed), nameof(SourceFeed.Icon))] = "FeedIcon",
        [(nameof(SourceFeed), nameof(SourceFeed.Language))] = "FeedLanguage",
        [(nameof(SourcePolling), nameof(SourcePolling.ConflictingUrl))] = "TakenUrl",
        [(nameof(DeclaredEntry), nameof(DeclaredEntry.Hash))] = "Fingerprint",
        [(nameof(Model.Categories.Retag), nameof(Model.Categories.Retag.RulesHash))] = "Fingerprint",
    };

    /// <summary>The type of its value, where there is one.</summary>
    public Type Type => Nullable.GetUnderlyingType(Field.FieldType) ?? Field.FieldType;

    /// <summary>Whether null may stand there.</summary>
    public bool IsNullable => !Field.FieldType.IsValueType || Nullable.GetUnderlyingType(Field.FieldType) is not null;

    /// <summary>Makes the value of what is stored; null where that is the value.</summary>
    public MethodInfo? Reading =>
        Plain.Contains(Type) ? null
        : Type == typeof(DateTimeOffset) ? ((Func<long, DateTimeOffset>)DateTimeOffset.FromUnixTimeMilliseconds).Method
        : Type == typeof(TimeSpan) ? ((Func<long, TimeSpan>)Span).Method
        : Type == typeof(Reason) ? ((Func<string, Reason>)Reason.FromStored).Method
        : Type == typeof(Bilingual) ? ((Func<string, Bilingual>)StoredJson.ReadWords).Method
        : Made(Type.IsEnum ? nameof(Named) : nameof(FromJson));

    /// <summary>The columns of an entity.</summary>
    public static IEnumerable<StoredColumn> Of(Type entity) => Of(entity, null);

    private static IEnumerable<StoredColumn> Of(Type owner, PropertyInfo? part) =>
        from property in owner.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where property.SetMethod is not null && !OtherTables.Contains(property.PropertyType)
        from column in Parts.Contains(property.PropertyType) ? Of(property.PropertyType, property) : [Of(property, part)]
        select column;

    private static StoredColumn Of(PropertyInfo property, PropertyInfo? part)
    {
        var (owner, name) = (property.DeclaringType!, property.Name);
        var field = owner.GetField($"<{name}>k__BackingField", Instance)
            ?? owner.GetField($"_{char.ToLowerInvariant(name[0])}{name[1..]}", Instance);
        return new(OtherNames.GetValueOrDefault((owner.Name, name), name), part, property, field!);
    }

    private MethodInfo Made(string method) =>
        typeof(StoredColumn).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(Type);

    private static TimeSpan Span(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static T FromJson<T>(string text) => StoredJson.Read<T>(text);

    // As EF Core does: a name that a later version wrote is not a reason to fail.
    private static T Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : default;
}
