using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tagging;

/// <summary>What a source brings to the tagging of its items.</summary>
/// <param name="Id">The source's public id.</param>
/// <param name="Url">The source's address.</param>
/// <param name="Categories">Slugs that every item of the source has.</param>
public sealed record TaggedSource(string Id, string Url, IReadOnlyList<string> Categories);

/// <summary>The way to a category: the source's own, the operator's rules, the publisher's words by the alias table. First is primary.</summary>
public sealed class Tagger
{
    /// <summary>A tagger for these rules; immutable and safe to share between threads.</summary>
    public Tagger(IReadOnlyList<CategoryRule> rules) => throw new NotImplementedException();

    /// <summary>The item's tags, surest first, one per slug; empty rather than wrong.</summary>
    public IReadOnlyList<Tag> Tag(ParsedItem item, TaggedSource source) => throw new NotImplementedException();
}
