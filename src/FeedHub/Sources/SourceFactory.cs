using System.Globalization;
using System.Text;
using FeedHub.Model.Sources;
using FeedHub.Syndication;
using FeedHub.Syndication.Writing;

namespace FeedHub.Sources;

/// <summary>New sources and their public ids.</summary>
internal static class SourceFactory
{
    private const int MaxSlug = 40;

    /// <summary>A source that is due at once.</summary>
    public static Source New(string url, string slug, DateTimeOffset now) => new()
    {
        Slug = slug,
        Url = url,
        UrlKey = SourceUrl.Key(url),
        CreatedAt = now,
        Polling = { StateSince = now },
        NextPollAt = now,
    };

    /// <summary>The id that a source would like: from its title, else from its host.</summary>
    public static string Slug(string? title, string url) =>
        Slug(ShownAddress.InText(title) ?? "") is { Length: > 0 } named
            ? named
            : Slug(SiteName(url)) is { Length: > 0 } site ? site : "source";

    private static string SiteName(string url) =>
        SourceUrl.HostOf(url) is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>The id without its number: of two sources with one name the second is numbered.</summary>
    public static string Unnumbered(string id) =>
        id.LastIndexOf('-') is > 0 and var hyphen && id[(hyphen + 1)..].All(char.IsAsciiDigit) ? id[..hyphen] : id;

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in NormalText.Of(text, NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == MaxSlug)
                break;
        }

        return slug.ToString().Trim('-');
    }
}
