using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>When an article was published, in the data that a page hands to its own scripts: there a day counts where it stands beside the
/// page's headline in one object.</summary>
internal static partial class EmbeddedDates
{
    /// <summary>The day, or null.</summary>
    public static WrittenDate? Find(HeadedData data, DateTimeOffset now) =>
        data.Objects.Select(o => Beside(o, now)).FirstOrDefault(date => date is not null);

    // The clearer name first.
    private static WrittenDate? Beside(HeadedObject o, DateTimeOffset now) => new[] { Published(), Plain() }
        .SelectMany(name => o.Properties.Where(property => name.IsMatch(property.Name)))
        .Select(property => o.Meant(property.Value)).OfType<string>()
        .Select(text => WrittenDate.Parse(text, now)).FirstOrDefault(date => date is not null);

    [GeneratedRegex(@"^_?(?:first_?)?(?:publi|posted)\w*$|^(?:content_?)?date_?published$|^(?:display|post|pub)_?date$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(@"^_?(?:date(?:_?time)?|created(?:_?(?:at|on|date|time))?|(?:created|release)date|date_?created|timestamp)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
