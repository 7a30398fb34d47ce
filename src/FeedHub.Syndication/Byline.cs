namespace FeedHub.Syndication;

/// <summary>
/// Who wrote an entry and who published it, as one name: "Tim Pesisir, Harian Pesisir". The author is the one place where every reader
/// program shows whose an entry is.
/// </summary>
public static class Byline
{
    private const string Comma = ", ";

    /// <summary>The authors and the source behind them; the source once where an author is named like it, and alone where there is no
    /// author. At most <see cref="Bounds.Line"/> characters, with the source whole where it has up to half of them.</summary>
    /// <param name="authors">Names of people.</param>
    /// <param name="source">Title of the source.</param>
    public static string Of(IReadOnlyList<string> authors, string source)
    {
        var publisher = Bounds.Cut(source, Bounds.Line / 2);
        var people = string.Join(Comma, Without(authors, source));
        return people.Length == 0
            ? Bounds.Cut(source)
            : Bounds.Cut(people, Bounds.Line - Comma.Length - publisher.Length) + Comma + publisher;
    }

    /// <summary>The people behind a byline that FeedHub wrote: those credited, where they and the source make just this name; else the
    /// names as they are.</summary>
    /// <param name="names">Authors as a feed gives them.</param>
    /// <param name="credited">Those that the feed credits beside them.</param>
    /// <param name="source">Title of the source that the entry names, or null.</param>
    public static IReadOnlyList<string> People(IReadOnlyList<string> names, IReadOnlyList<string> credited, string? source) =>
        names is [var name] && credited.Count > 0 && source is not null && Of(credited, source) == name ? credited : names;

    /// <summary>The names without that of a publication, alone or behind a person's.</summary>
    /// <param name="names">Authors as a feed gives them.</param>
    /// <param name="publication">Its title, or null.</param>
    public static IEnumerable<string> Without(IEnumerable<string> names, string? publication) =>
        publication is null ? names : names.Select(name => Without(name, publication)).Where(name => name.Length > 0);

    private static string Without(string name, string source)
    {
        if (name.Equals(source, StringComparison.OrdinalIgnoreCase))
            return "";
        return name.EndsWith(Comma + source, StringComparison.OrdinalIgnoreCase) ? name[..^(Comma.Length + source.Length)] : name;
    }
}
