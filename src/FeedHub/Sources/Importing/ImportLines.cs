using FeedHub.Model.Sources;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Opml;
using FeedHub.Syndication.Writing;

namespace FeedHub.Sources.Importing;

/// <summary>From the feeds of a list to the lines of an import: pure decisions.</summary>
internal sealed class ImportLines(FolderCategories categories)
{
    private const int LongestTitle = 300;

    /// <summary>The lines, each with what of it cannot be kept.</summary>
    public IReadOnlyList<ImportLine> Of(OpmlList list)
    {
        List<ImportLine> lines = [.. list.Lines.Select((line, index) => Of(line, index + 1))];
        GatherCategories(lines);
        return lines;
    }

    // A feed in two folders is one source, of both folders' categories: the first of its lines is the one that adds it.
    private static void GatherCategories(List<ImportLine> lines)
    {
        foreach (var same in lines.Where(line => SourceUrl.TryParse(line.Url, out _)).GroupBy(line => CanonicalUrl.OfFeed(line.Url)))
            same.First().Categories = [.. same.SelectMany(line => line.Categories).Distinct()];
    }

    private ImportLine Of(OpmlLine line, int place)
    {
        var url = FeedLink.Of(line.XmlUrl);
        var names = line.Folders.Reverse().Concat(line.Categories).Distinct().ToList();
        var unknown = names.Where(name => categories.SlugsOf(name).Count == 0).ToList();
        var language = LanguageTags.Normalise(line.Language);
        var read = new ImportLine
        {
            Place = place,
            Url = url,
            Title = line.Title is { } title ? Cut(title) : null,
            Language = language,
            Categories = [.. names.SelectMany(categories.SlugsOf).Distinct()],
            Words = Told([.. unknown
                .Select(name => $"'{Cut(name)}' is not one of FeedHub's categories and is not kept"), .. Unread(line.Language, language)]),
        };
        if (WhyRefused(url) is { } why)
            Refuse(read, why);
        return read;
    }

    private static string? WhyRefused(string url) => url.Length == 0
        ? "it is no feed: an outline of a feed has an xmlUrl"
        : SourceUrl.Problem(url) is { } problem ? $"url: {problem}" : null;

    // A password must not end up in the database and on a page.
    private static void Refuse(ImportLine line, string why)
    {
        var shown = ShownAddress.Of(line.Url);
        (line.Outcome, line.Url) = (ImportOutcome.Refused, shown.Length > SourceUrl.MaxLength ? shown[..SourceUrl.MaxLength] + "…" : shown);
        line.Words = Told([why, .. new[] { line.Words }.OfType<string>()]);
    }

    private static IEnumerable<string> Unread(string? written, string? read) =>
        written is not null && read is null ? [$"its language '{Cut(written)}' names no language and is not kept"] : [];

    private static string? Told(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join("; ", words);

    private static string Cut(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle] + "…";
}
