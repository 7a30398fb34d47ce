using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Opml;

namespace FeedHub.Sources.Importing;

/// <summary>From the feeds of a list to the lines of an import: pure decisions.</summary>
internal sealed class ImportLines(FolderCategories categories)
{
    private const int LongestTitle = 300;

    /// <summary>The lines, each with what of it cannot be kept.</summary>
    public IReadOnlyList<ImportLine> Of(OpmlList list) => [.. list.Lines.Select((line, index) => Of(line, index + 1))];

    private ImportLine Of(OpmlLine line, int place)
    {
        var names = line.Folders.Reverse().Concat(line.Categories).Distinct().ToList();
        var unknown = names.Where(name => categories.SlugsOf(name).Count == 0).ToList();
        var language = LanguageTags.Normalise(line.Language);
        return new()
        {
            Place = place,
            Url = Masked(Address(line.XmlUrl)),
            Title = line.Title is { } title ? Cut(title) : null,
            Language = language,
            Categories = [.. names.SelectMany(categories.SlugsOf).Distinct()],
            Words = Told([.. unknown.Select(name => $"'{Cut(name)}' is none of FeedHub's categories and is not kept"), .. Unread(line.Language, language)]),
        };
    }

    private static IEnumerable<string> Unread(string? written, string? read) =>
        written is not null && read is null ? [$"its language '{Cut(written)}' names no language and is not kept"] : [];

    // Feed readers register for feed: links, and some lists have them.
    private static string Address(string url) => url switch
    {
        _ when url.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) => "http://" + url["feed://".Length..],
        _ when url.StartsWith("feed:http", StringComparison.OrdinalIgnoreCase) => url["feed:".Length..],
        _ => url,
    };

    // A password must not end up in the database and on a page; such an address is refused anyway.
    private static string Masked(string url)
    {
        if (url.Length > SourceUrl.MaxLength + 1)
            return url[..(SourceUrl.MaxLength + 1)];
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 ? url.Replace(uri.UserInfo + "@", "***@", StringComparison.Ordinal) : url;
    }

    private static string? Told(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join("; ", words);

    private static string Cut(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle] + "…";
}
