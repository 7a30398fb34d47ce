using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Identity;

/// <summary>Short ways to items and documents.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static ParsedItem Item(string? guid, string? url, string? title, int? hour = null, string? content = null) =>
        new() { Id = guid, Url = url, Title = title, Published = hour is { } h ? Noon.AddHours(h) : null, ContentHtml = content };

    public static IdentifiedDocument Document(params ParsedItem[] items) => ItemIdentity.Identify(items, IdentityPolicy.Guid);

    public static KeyKind[] Kinds(this IdentifiedItem item) => [.. item.Keys.Select(k => k.Kind)];

    public static ItemKey Key(this IdentifiedItem item, KeyKind kind) => item.Keys.Single(k => k.Kind == kind);
}
