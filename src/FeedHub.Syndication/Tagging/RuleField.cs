using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>Where a rule looks.</summary>
internal enum RuleField
{
    Title,
    Text,
    Url,
    Author,
    PublisherCategory,
}

/// <summary>The names of the fields, and what an item has in them.</summary>
internal static class RuleFields
{
    public static readonly RuleField[] Default = [RuleField.Title, RuleField.Text];

    /// <exception cref="ArgumentException">There is no field of that name.</exception>
    public static RuleField Parse(string name) => name switch
    {
        "title" => RuleField.Title,
        "text" => RuleField.Text,
        "url" => RuleField.Url,
        "author" => RuleField.Author,
        "publisher_category" => RuleField.PublisherCategory,
        _ => throw new ArgumentException($"'{name}' is not a field; write title, text, url, author or publisher_category", nameof(name)),
    };

    /// <summary>That a phrase was found in the field, for a reader; its argument is the phrase.</summary>
    public static ReasonCode FoundIn(this RuleField field) => field switch
    {
        RuleField.Title => ReasonCode.InTitle,
        RuleField.Text => ReasonCode.InText,
        RuleField.Url => ReasonCode.InAddress,
        RuleField.Author => ReasonCode.InAuthorsName,
        _ => ReasonCode.InPublishersCategory,
    };

    /// <summary>What stands in the field; no phrase reaches from one value into the next.</summary>
    public static IEnumerable<string> Values(this RuleField field, ParsedItem item, string plainText) => field switch
    {
        RuleField.Title => [item.Title ?? ""],
        RuleField.Text => [plainText],
        RuleField.Url => [Uri.UnescapeDataString(item.Page ?? "")],
        RuleField.Author => item.Authors,
        _ => item.Categories,
    };
}
