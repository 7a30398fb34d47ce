using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Syndication.Writing;

namespace FeedHub.Storage.Statements.Audit;

/// <summary>A property of a source whose changes are written down: its address, what is declared, and how its items are
/// recognised.</summary>
/// <param name="Name">In the audit log.</param>
/// <param name="TextOf">Its value without what is secret; null: none.</param>
/// <param name="AreSame">True if both have the same value, secrets too.</param>
/// <param name="IsGivenIn">True if it says something of a source that is new.</param>
internal sealed record AuditedProperty(
    string Name, Func<Source, string?> TextOf, Func<Source, Source, bool> AreSame, Func<Source, bool> IsGivenIn)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<AuditedProperty> All =
    [
        new("url", s => ShownAddress.Of(s.Url), (a, b) => a.Url == b.Url, _ => true),
        .. SourceProperties.All.Select(Of),
        new("identity", s => s.Feed.Identity.ToString(), (a, b) => a.Feed.Identity == b.Feed.Identity, s => s.Feed.Identity != default),
        new(
            "identityPinned",
            s => s.Feed.IdentityPinned ? "yes" : "no",
            (a, b) => a.Feed.IdentityPinned == b.Feed.IdentityPinned,
            s => s.Feed.IdentityPinned),
    ];

    /// <summary>Those that say something of a source that is new.</summary>
    public static IEnumerable<AuditedProperty> GivenIn(Source source) => All.Where(property => property.IsGivenIn(source));

    /// <summary>Those of which the two say another thing.</summary>
    public static IEnumerable<AuditedProperty> ChangedBetween(Source before, Source after) =>
        All.Where(property => !property.AreSame(before, after));

    private static AuditedProperty Of(SourceProperty property) => new(
        property.AuditName,
        s => ShownAddress.InText(property.TextOf(s.Declared)),
        (a, b) => property.AreSame(a.Declared, b.Declared),
        s => !property.IsUsual(s.Declared));
}
