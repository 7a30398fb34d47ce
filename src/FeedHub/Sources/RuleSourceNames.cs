using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources;

/// <summary>Ids in rules of <c>feeds.json</c> that no source has: such a rule holds for fewer sources than it says.</summary>
internal static class RuleSourceNames
{
    /// <summary>Those that no source of the file gets by its title or host. The database may have sources that the file does not: one is
    /// surely wrong only where it is a slip of an id of the file.</summary>
    public static IEnumerable<(RuleSource Named, string Message, bool IsSlip)> UnknownIn(FeedsFile file)
    {
        var ids = file.Sources.Select(source => SourceFactory.Slug(source.Declared.Title, source.Url)).ToHashSet();
        return
            from named in file.RuleSources
            where !ids.Contains(named.Id) && !ids.Contains(SourceFactory.Unnumbered(named.Id))
            let near = Wording.Nearest(named.Id, ids)
            let isSlip = near is not null && !named.Id.StartsWith(near + "-", StringComparison.Ordinal)
            select (named, $"{Words(named)}, and no source of this file gets that id by its title or host: "
                + (isSlip ? Wording.Meant(near!) : "whether there is one elsewhere only the database knows (/api/sources)"), isSlip);
    }

    /// <summary>Those that are not among these ids, in words with what was meant.</summary>
    public static IEnumerable<(RuleSource Named, string Message)> Unknown(FeedsFile file, IReadOnlyCollection<string> ids) =>
        from named in file.RuleSources
        where !ids.Contains(named.Id)
        select (named, $"{Words(named)}: {WhyUnknown(named.Id, ids)}");

    /// <summary>That there is no such source, and what was meant.</summary>
    public static string WhyUnknown(string id, IReadOnlyCollection<string> ids) =>
        Say($"there is no source {Wording.Quoted(id)}: ", $"tidak ada sumber {Wording.Quoted(id)}: ")
        + (Wording.Nearest(id, ids) is { } near ? Wording.Meant(near) : Say("/api/sources lists the ids", "/api/sources memuat id-nya"));

    private static string Words(RuleSource named) => Say(
        $"{named.Rule} names the source {Wording.Quoted(named.Id)}", $"{named.Rule} menyebut sumber {Wording.Quoted(named.Id)}");
}
