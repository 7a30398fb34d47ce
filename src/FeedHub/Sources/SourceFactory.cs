using System.Globalization;
using System.Text;
using FeedHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>New sources and their public ids.</summary>
internal static class SourceFactory
{
    private const int MaxSlug = 40;

    /// <summary>A source that is due at once.</summary>
    public static Source New(Uri url, string slug, DateTimeOffset now) => new()
    {
        Slug = slug,
        Url = url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped),
        UrlKey = SourceUrl.KeyOf(url),
        CreatedAt = now,
        StateSince = now,
        NextPollAt = now,
    };

    /// <summary>An id that no source has: from the title, else from the host; numbered where it is taken.</summary>
    public static async Task<string> FreeSlugAsync(FeedHubDb db, string? title, Uri url, CancellationToken cancellation)
    {
        var slug = Slug(title ?? "") is { Length: > 0 } named ? named : Slug(SiteName(url)) is { Length: > 0 } site ? site : "source";
        var taken = await db.Sources.Where(s => s.Slug.StartsWith(slug)).Select(s => s.Slug).ToListAsync(cancellation);
        taken.AddRange(db.ChangeTracker.Entries<Source>().Select(e => e.Entity.Slug));
        return taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s)) : slug;
    }

    private static string SiteName(Uri url) =>
        url.HostNameType == UriHostNameType.Dns ? url.IdnHost.Replace("www.", "", StringComparison.OrdinalIgnoreCase) : "source";

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
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
