using FeedHub.Model.Categories;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reading;

namespace FeedHub.Categories;

/// <summary>The text of a label.</summary>
internal static class LabelText
{
    /// <summary>Characters of text that are kept: more than the model reads.</summary>
    private const int MaxLength = 4000;

    /// <summary>A label that says this of the item.</summary>
    public static CategoryLabel Of(Item item, IReadOnlyList<string> slugs, DateTimeOffset now) => new()
    {
        At = now,
        Source = item.Source.Slug,
        Title = item.Title,
        Text = PlainOf(item, now),
        Language = item.Language,
        Slugs = slugs,
    };

    /// <summary>The item's plain text without its publisher's furniture.</summary>
    public static string PlainOf(Item item, DateTimeOffset now)
    {
        var text = ItemText.TextOf(TaggedItems.Parsed(item), TimeZoneInfo.Utc, now);
        return text.Length <= MaxLength ? text : HtmlText.Shorten(text, MaxLength);
    }
}
