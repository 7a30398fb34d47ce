using FeedHub.Model.Sources.Properties;

namespace FeedHub.Sources.Declaration;

/// <summary>The names that <c>feeds.json</c> knows; <c>feeds.schema.json</c> has the same, which a test sees to.</summary>
internal static class FeedsFileNames
{
    public static readonly IReadOnlyList<string> File = ["$schema", "title", "description", "sources", "categories", "drop", "feeds"];

    public static readonly IReadOnlyList<string> Source = ["url", .. SourceProperties.All.Select(property => property.Name)];

    public static readonly IReadOnlyList<string> DropRule = ["title", "any", "all", "none", "in", "sources"];

    public static readonly IReadOnlyList<string> Rule = ["slug", .. DropRule];

    public static readonly IReadOnlyList<string> Feed = ["slug", "title", "description", "filter", "order", "limit"];

    public static readonly IReadOnlyList<string> RuleIn = ["title", "text", "url", "author", "publisher_category"];
}
