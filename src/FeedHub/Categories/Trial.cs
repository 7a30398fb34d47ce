using System.Net;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Categories;

/// <summary>What a text or an item would get today, and why.</summary>
/// <param name="Tags">The categories, primary first.</param>
/// <param name="Guesses">What the model alone takes it to be about, sure enough or not.</param>
/// <param name="Item">The stored item, or null for a typed text.</param>
public sealed record TrialResult(IReadOnlyList<Tag> Tags, IReadOnlyList<Guess> Guesses, Item? Item);

/// <summary>Tries the way to a category on one text.</summary>
public sealed class Trial(Taggers taggers, TimeProvider time)
{
    private const int MaxGuesses = 3;

    private static readonly TaggedSource NoSource = new("", "", []);

    /// <summary>A typed text, of no source.</summary>
    public TrialResult Of(string title, string text)
    {
        var typed = new ParsedItem { Title = title.Length == 0 ? null : title, ContentHtml = WebUtility.HtmlEncode(text) };
        var language = ItemText.Of(typed, TimeZoneInfo.Utc, time.GetUtcNow()).Language;
        return new(taggers.ForNoSource().Tag(typed with { Language = language }, NoSource), Guesses(title, text, language), null);
    }

    /// <summary>A stored item.</summary>
    public TrialResult Of(Item item) => new(
        taggers.For(item.SourceId).Tag(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source)),
        Guesses(item.Title, LabelText.PlainOf(item, time.GetUtcNow()), item.Language),
        item);

    private IReadOnlyList<Guess> Guesses(string? title, string text, string? language) =>
        [.. taggers.Model.Value.Classify(title, text, language, from: taggers.Threshold).Take(MaxGuesses)];
}
