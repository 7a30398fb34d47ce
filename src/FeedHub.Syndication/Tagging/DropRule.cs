using System.Text.Json.Serialization;

namespace FeedHub.Syndication.Tagging;

/// <summary>A rule of the operator's that keeps items out of stories. Without a title it is named by what it says.</summary>
public sealed record DropRule : RuleConditions
{
    private const int LongestName = 200;

    /// <summary>How items name the rule that keeps them out, at most 200 characters.</summary>
    // Stored last: the hash of stored rules is compared with one of an earlier release.
    [JsonPropertyOrder(1)]
    public string Name => Cut(Title ?? string.Join("; ", Conditions.Where(part => part.Values.Count > 0).Select(
        part => $"{part.Name} {string.Join(", ", part.Values)}")));

    // An address may have a secret in it: sources are not named.
    private (string Name, IReadOnlyList<string> Values)[] Conditions =>
        [("any of", Any), ("all of", All), ("none of", None), ("in", In)];

    private static string Cut(string name) => name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;
}
