using FeedHub.Model.Categories;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reading;

namespace FeedHub.Categories;

/// <summary>How a correction ended.</summary>
public enum CorrectionOutcome
{
    Done,
    NotFound,

    /// <summary>A slug is no category's.</summary>
    Invalid,
}

/// <summary>The result of a correction: done, or what was wrong, in words.</summary>
public sealed record CorrectionResult(CorrectionOutcome Outcome, string? Error = null)
{
    internal static readonly CorrectionResult Done = new(CorrectionOutcome.Done);

    internal static readonly CorrectionResult NotFound = new(CorrectionOutcome.NotFound, "there is no story with this id, or nobody has set its categories");
}

/// <summary>A person's word on a story, with what it changes in the habits of its sources.</summary>
internal sealed record Correction(Story Story, CategoryLabel Label, IReadOnlyList<Lesson> TakenBack, IReadOnlyList<Lesson> Taught);

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
        var text = ItemText.Of(TaggedItems.Parsed(item), TimeZoneInfo.Utc, now).Text;
        return text.Length <= MaxLength ? text : HtmlText.Shorten(text, MaxLength);
    }
}
