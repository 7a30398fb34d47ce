using FeedHub.Dashboard.Sources;
using FeedHub.Model.Access;
using FeedHub.Model.Sources.Properties;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Dashboard.Audit;

/// <summary>What is stored of names and values that the audit log shows in other words.</summary>
internal static class AuditNames
{
    private static readonly AuditValues Values = new([]);

    private static readonly IReadOnlyList<(string Stored, string Shown)> All = [.. Names(), .. Said()];

    /// <summary>Parts of stored entries that are shown with this word in them, in either language.</summary>
    public static IReadOnlyList<string> StoredFor(string word) =>
    [
        .. All.Where(name => name.Shown.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(name => name.Stored).Distinct(),
    ];

    // A name stands in JSON, before its value.
    private static IEnumerable<(string Stored, string Shown)> Names() =>
    [
        .. ((string[])["identityPinned", SourceForm.Url, SourceForm.Identity, .. SourceProperties.All.Select(one => one.AuditName)])
            .Select(name => ($"\"{name}\":", Both(AuditArea.Sources, "source changed", name))),
        .. AuditValues.Names.Keys.Select(name => ($"\"{name}\":", Both(AuditArea.Categories, "rules changed", name))),
    ];

    private static IEnumerable<(string Stored, string Shown)> Said() =>
        ((string[])["yes", "no", "none", "nothing"]).Select(value => ($":\"{value}\"", InBoth(() => Shown(value))))
            .Concat(((string[])["import 1", "story 1", "version 1"]).Select(target => (
                target[..^1], InBoth(() => AuditWords.TargetOf(target)))))
            .Append(("stories ", InBoth(() => AuditWords.TargetOf("stories 1 and 2"))));

    private static string Both(AuditArea area, string what, string name) =>
        InBoth(() => Values.NameOf(new() { Who = "", What = what, Area = area }, name));

    private static string? Shown(string value) => Values.Of(
        new() { Who = "", What = "", After = new Dictionary<string, string?> { ["means"] = value } }, "means").After;

    private static string InBoth(Func<string?> words) =>
        $"{Spoken.In(ReasonLanguage.English, words)}\n{Spoken.In(ReasonLanguage.Indonesian, words)}";
}
