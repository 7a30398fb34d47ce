using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>What an item carries that its publisher may use for one topic: categories and the section of its address.</summary>
internal static class Signs
{
    /// <summary>The sign that every item of a source carries; by itself it means nothing, but it tells what the source writes of.</summary>
    public const string AnyItem = "source:";

    private const int Most = 5;
    private const int MaxLength = 60;

    /// <summary>As <see cref="Habit.Sign"/> describes them.</summary>
    public static IEnumerable<string> Of(ParsedItem item) =>
        item.Categories.Take(Most).Select(c => Words.Fold(c.Length > MaxLength ? c[..MaxLength] : c)).Where(c => c.Length > 0)
            .Select(c => "category:" + c).Concat(Address(item.Page)).Distinct(StringComparer.Ordinal);

    /// <summary>The sign for a reader.</summary>
    public static Reason Describe(string sign) => sign.Split(':', 2) switch
    {
        ["category", var name] => Reason.Of(ReasonCode.SignCategory, name),
        ["section", var name] => Reason.Of(ReasonCode.SignSection, name),
        [_, var name] => Reason.Of(ReasonCode.SignSubdomain, name),
        _ => Reason.Sentence(sign),
    };

    private static IEnumerable<string> Address(string? page)
    {
        if (!Uri.TryCreate(page, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            yield break;
        var names = address.Host.Split('.');
        if (names.Length > 2 && names[0] is not ("www" or "m" or "feeds" or "rss") && address.HostNameType == UriHostNameType.Dns)
            yield return "host:" + names[0].ToLowerInvariant();

        // Of "/bola/read/1" the section is the first part; of "/an-article" there is none.
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 && parts[0].Length <= MaxLength && !parts[0].All(char.IsAsciiDigit))
            yield return "section:/" + parts[0].ToLowerInvariant();
    }
}
