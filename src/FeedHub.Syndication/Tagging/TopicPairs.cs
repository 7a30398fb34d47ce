namespace FeedHub.Syndication.Tagging;

/// <summary>Topics that one article is often about at once: a war that parliaments vote on, a flood that the rain brought.</summary>
internal static class TopicPairs
{
    private static readonly HashSet<(int, int)> Known =
    [
        .. Both("politics", "conflict", "crime", "economy", "education", "environment", "health", "labour", "religion", "society"),
        .. Both("disaster", "environment", "weather"),
        .. Both("economy", "environment", "labour", "society"),
        .. Both("conflict", "crime", "religion"),
        .. Both("society", "religion"),
    ];

    /// <summary>Whether a text that speaks for both topics, by their numbers, may be about both.</summary>
    public static bool GoTogether(int first, int second) => Known.Contains((first, second));

    /// <summary>The number of a topic; -1 for an operator's own category.</summary>
    public static int NumberOf(string slug)
    {
        for (var topic = 0; topic < Vocabulary.Topics.Count; topic++)
        {
            if (Vocabulary.Topics[topic].Slug == slug)
                return topic;
        }

        return -1;
    }

    private static IEnumerable<(int, int)> Both(string slug, params string[] others) =>
        others.Select(other => (NumberOf(slug), NumberOf(other))).SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) });
}
