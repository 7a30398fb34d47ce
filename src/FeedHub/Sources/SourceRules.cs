using System.Globalization;
using FeedHub.Ingesting;

namespace FeedHub.Sources;

/// <summary>Which values a source's properties may have; feeds.json has the same rules with places (FeedsFileReader).</summary>
public sealed class SourceRules(Taggers taggers)
{
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(31);

    /// <summary>What is wrong with the edit, naming the property and what to write instead; null if nothing.</summary>
    public string? WhyInvalid(SourceEdit edit)
    {
        if (edit.Url is not null && !SourceUrl.TryParse(edit.Url, out _))
            return $"url: '{edit.Url}' is no address of a feed; write an absolute http or https address without a user name";
        if (edit.Categories?.FirstOrDefault(slug => taggers.Vocabulary.Find(slug) is null) is { } unknown)
            return $"category: '{unknown}' is unknown; write one of {string.Join(", ", taggers.Vocabulary.All.Select(c => c.Slug))}";
        if (edit.TimeZone is { Length: > 0 } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return $"timeZone: '{zone}' is unknown; write an IANA name such as Asia/Jakarta";
        if (edit.Language is { Length: > 0 } language && !IsLanguage(language))
            return $"language: '{language}' is no BCP 47 tag; write one such as id or en-GB";
        if (edit.Interval is { } interval && (interval < TimeSpan.FromSeconds(1) || interval > MaxInterval))
            return string.Create(CultureInfo.InvariantCulture, $"interval: {interval} is out of range; write between 00:00:01 and {MaxInterval}");
        return edit.Headers is { } headers ? FeedHeaders.WhyInvalid(headers) : null;
    }

    /// <summary>Whether this has the form of a BCP 47 tag (RFC 5646).</summary>
    public static bool IsLanguage(string tag) =>
        tag.Length <= 35 && tag.Split('-') is [{ Length: >= 2 and <= 8 } primary, .. var rest]
        && primary.All(char.IsAsciiLetter) && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}
