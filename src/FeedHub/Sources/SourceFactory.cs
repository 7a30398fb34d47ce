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
    public static Source New(string url, string slug, DateTimeOffset now) => new()
    {
        Slug = slug,
        Url = url,
        UrlKey = SourceUrl.Key(url),
        CreatedAt = now,
        StateSince = now,
        NextPollAt = now,
    };

    /// <summary>An id that no source has: from the title, else from the host; numbered where it is taken.</summary>
    public static async Task<string> FreeSlugAsync(FeedHubDb db, string? title, string url, CancellationToken cancellation)
    {
        var slug = Slug(title ?? "") is { Length: > 0 } named ? named : Slug(SiteName(url)) is { Length: > 0 } site ? site : "source";
        var taken = await db.Sources.Where(s => s.Slug.StartsWith(slug)).Select(s => s.Slug).ToListAsync(cancellation);
        taken.AddRange(db.ChangeTracker.Entries<Source>().Select(e => e.Entity.Slug));
        return taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s)) : slug;
    }

    private static string SiteName(string url) => SourceUrl.HostOf(url) is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

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
