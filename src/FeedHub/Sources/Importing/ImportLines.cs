using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Model.Words;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Opml;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

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

    /// <summary>What a line says of its source: what all lists say, and what FeedHub's own do.</summary>
    public static SourceEdit EditOf(ImportLine line) =>
        new SourceEdit { Url = line.Url }.Say(SourceProperties.Title, line.Title).Say(SourceProperties.Language, line.Language)
            .Say(SourceProperties.Folder, line.Folder).SayCategories(line.Categories)
            .SayOwn(OpmlProperties.Read(line.Own ?? new Dictionary<string, string>()).Declared);

    // A feed in two folders is one source, of both folders' categories and in the first of them: its first line is the one that adds
    // it.
    private static void GatherCategories(List<ImportLine> lines)
    {
        foreach (var same in lines.Where(line => SourceUrl.TryParse(line.Url, out _)).GroupBy(line => CanonicalUrl.OfFeed(line.Url)))
        {
            same.First().Categories = [.. same.SelectMany(line => line.Categories).Distinct()];
            same.First().Folder ??= same.Select(line => line.Folder).FirstOrDefault(folder => folder is not null);
        }
    }

    private ImportLine Of(OpmlLine line, int place)
    {
        var url = FeedLink.Of(line.XmlUrl);
        var names = line.Folders.Reverse().Concat(line.Categories).Distinct().ToList();
        var language = LanguageTags.Normalise(line.Language);
        var own = OpmlProperties.Read(line.Own).Declared;
        var read = new ImportLine
        {
            Place = place,
            Url = url,
            Title = line.Title is { } title ? Cut(title) : null,
            Language = language,
            Categories = [.. names.SelectMany(categories.SlugsOf).Distinct()],
            Folder = FolderPath.Of(line.Folders),
            Own = OpmlProperties.Of(own) is { Count: > 0 } kept ? kept : null,
            Words = Told(() => [WhyRefused(url), .. NotKept(line), .. Overruled(own)]),
        };
        if (WhyRefused(url) is not null)
            Refuse(read);
        return read;
    }

    /// <summary>The sentences of them that there are, in both languages; null if there is none.</summary>
    public static Bilingual? Told(Func<IEnumerable<string?>> words)
    {
        var both = Bilingual.Of(() => string.Join("; ", words().OfType<string>()));
        return both.English.Length > 0 ? both : null;
    }

    private IEnumerable<string> NotKept(OpmlLine line) =>
    [
        .. line.Categories.Except(line.Folders).Where(name => categories.SlugsOf(name).Count == 0).Select(name => Say(
            $"'{Cut(name)}' is not one of FeedHub's categories and is not kept",
            $"'{Cut(name)}' bukan kategori FeedHub dan tidak disimpan")),
        .. Unread(line.Language), .. Shortened(line.Folders),
        .. OpmlProperties.Read(line.Own).Problems.Select(problem => Say(
            $"{Cut(problem)} (not kept)", $"{Cut(problem)} (tidak disimpan)")),
    ];

    private static string? WhyRefused(string url) => url.Length == 0
        ? Say("it is not a feed: an outline of a feed has an xmlUrl", "bukan feed: outline sebuah feed punya xmlUrl")
        : SourceUrl.Problem(url) is { } problem ? $"url: {problem}" : null;

    // A password must not end up in the database and on a page.
    private static void Refuse(ImportLine line)
    {
        var shown = ShownAddress.Of(line.Url);
        (line.Outcome, line.Url) = (ImportOutcome.Refused, shown.Length > SourceUrl.MaxLength ? shown[..SourceUrl.MaxLength] + "…" : shown);
    }

    private static IEnumerable<string> Unread(string? written) =>
        written is not null && LanguageTags.Normalise(written) is null ? [Say(
            $"its language '{Cut(written)}' names no language and is not kept",
            $"'{Cut(written)}' bukan bahasa dan tidak disimpan")] : [];

    // A list of somebody else's decides nothing of that in silence.
    private static IEnumerable<string> Overruled(DeclaredSource own) =>
        own.Robots == RobotsPolicy.Ignore ? [Say(
            "robots.txt is ignored for it, as the list says", "robots.txt diabaikan untuknya, seperti kata daftar itu")] : [];

    private static IEnumerable<string> Shortened(IReadOnlyList<string> folders)
    {
        var kept = FolderPath.Of(folders);
        var names = kept is null ? [] : FolderPath.NamesOf(kept);
        if (names.Count < folders.Count)
            yield return Say(
                $"its folder is kept as '{kept}', without what is inside",
                $"foldernya disimpan sebagai '{kept}', tanpa folder di dalamnya");
        foreach (var (written, name) in folders.Zip(names).Where(pair => FolderPath.Normal(pair.First) != pair.Second))
            yield return Say(
                $"its folder '{Cut(written)}' is kept as '{name}'", $"foldernya '{Cut(written)}' disimpan sebagai '{name}'");
    }

    private static string Cut(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle] + "…";
}
