using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tagging;

/// <summary>What a source brings to the tagging of its items.</summary>
/// <param name="Id">The source's public id.</param>
/// <param name="Url">The source's address.</param>
/// <param name="Categories">Slugs that every item of the source has.</param>
public sealed record TaggedSource(string Id, string Url, IReadOnlyList<string> Categories);

/// <summary>
/// The way to a category: the source's own, the operator's rules, the publisher's words by the alias table. First is primary.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class Tagger(IReadOnlyList<CategoryRule> rules)
{
    /// <summary>Share of items for which the alias table was right when it was measured on other people's labels.</summary>
    private const double AliasConfidence = 0.9;

    private readonly RuleMatcher _rules = new(rules);

    /// <summary>The item's tags, in the order of the way, one per slug; empty rather than wrong.</summary>
    public IReadOnlyList<Tag> Tag(ParsedItem item, TaggedSource source) =>
        Tag(item, source, () => HtmlText.ToPlainText(item.ContentHtml ?? item.SummaryHtml ?? ""));

    internal IReadOnlyList<Tag> Tag(ParsedItem item, TaggedSource source, Func<string> plainText) =>
        [.. Own(source).Concat(_rules.Match(item, source, plainText)).Concat(Published(item)).DistinctBy(tag => tag.Slug)];

    private static IEnumerable<Tag> Own(TaggedSource source) =>
        source.Categories.Select(slug => new Tag(slug, 1, "every item of this source has it"));

    private static IEnumerable<Tag> Published(ParsedItem item)
    {
        foreach (var published in item.Categories)
        {
            if (PublisherAliases.Find(published) is { } slug)
                yield return new(slug, AliasConfidence, $"publisher category '{published}'");
        }
    }
}
