using FeedHub.Categories;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Exporting;

/// <summary>The export as a page shows it.</summary>
/// <param name="Text">The file.</param>
/// <param name="Notes">What it cannot say, and what to do before it is put in place.</param>
/// <param name="Path">The file on disk.</param>
/// <param name="FileErrors">What is wrong with that; then there are no differences to show.</param>
/// <param name="Differences">How its sources differ from the catalogue.</param>
public sealed record ExportView(
    string Text,
    IReadOnlyList<string> Notes,
    string? Path,
    IReadOnlyList<string> FileErrors,
    IReadOnlyList<SourceDifference> Differences)
{
    /// <summary>How what it has beside its sources differs from what holds now.</summary>
    public IReadOnlyList<PropertyDifference> Head { get; init; } = [];
}

/// <summary>Writes the sources as they are: as <c>feeds.json</c>, ready to be committed, and as OPML.</summary>
public sealed class SourceExport(
    IDbContextFactory<FeedHubDb> databases,
    SourceCatalogue catalogue,
    FeedsFileSync files,
    FeedTitles titles,
    OwnFeedCatalogue feeds,
    Taggers taggers)
{
    private readonly FileOnDisk _onDisk = new();

    /// <summary>The file, and how the one on disk differs from it.</summary>
    /// <param name="whole">True for admins: addresses with the secrets in them.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ExportView> FeedsFileAsync(bool whole, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var declared = await db.Declarations.AsNoTracking().Where(d => d.SourceId != null)
            .ToDictionaryAsync(d => d.UrlKey, d => d.SourceId!.Value, cancellation);
        var onDisk = files.Path is { } path
            ? _onDisk.Read(path)
            : FeedsFileReader.Failure(new("there is no feeds.json", "tidak ada feeds.json"));
        var sources = InFileOrder(await db.Sources.AsNoTracking().ToListAsync(cancellation), onDisk.File?.Sources ?? [], declared);
        var head = new FeedsFile
        {
            Title = titles.Title, Description = titles.Description, Schema = onDisk.File?.Schema, Feeds = feeds.All,
        };
        var current = new CurrentFeeds(taggers.Vocabulary).Of(head, sources, taggers.Rules, taggers.Drops.Rules, declared);
        var view = new ExportView(
            FeedsFileWriter.Write(current.File),
            current.Notes,
            files.Path,
            [.. onDisk.Errors.Select(e => Say(
                $"line {e.Line}, column {e.Column}: {e.Message}", $"baris {e.Line}, kolom {e.Column}: {e.Message}"))],
            onDisk.File is { } there ? FeedsDifference.Of(there.Sources, [.. sources.Zip(current.File.Sources)], declared) : [])
        {
            Head = onDisk.File is { } file ? HeadDifference.Of(file, current.File) : [],
        };
        return whole ? view : ExportWithoutSecrets.Of(view, current.File);
    }

    /// <summary>All sources, paused ones too, as OPML 2.0.</summary>
    /// <param name="whole">True for admins: addresses with the secrets in them.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<byte[]> OpmlAsync(bool whole, CancellationToken cancellation)
    {
        var sources = await catalogue.AllAsync(cancellation);
        return OpmlWriter.Write(titles.TitleOf(new()), [.. sources.Select(source => Outline(source, whole))]);
    }

    /// <summary>A source as OPML names it; its headers are never in it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="whole">False: with … for what is secret in its addresses.</param>
    public static OpmlSource Outline(Source source, bool whole) => new(
        source.DisplayTitle, whole ? source.Url : ShownAddress.Of(source.Url), whole || source.Feed.Link is null
            ? source.Feed.Link
            : ShownAddress.Of(source.Feed.Link),
        source.Declared.Categories, source.Declared.Language ?? source.Feed.Language)
    {
        Folders = source.Declared.Folder is { } folder ? FolderPath.NamesOf(folder) : [],
        Own = OpmlProperties.Of(source.Declared),
    };

    // As the file has them, then as they were added: a commit then shows what changed and nothing else.
    private static IReadOnlyList<Source> InFileOrder(
        IEnumerable<Source> sources,
        IReadOnlyList<SourceEntry> entries,
        Dictionary<string, long> declared)
    {
        var places = new Dictionary<long, int>();
        var byKey = sources.ToDictionary(s => s.UrlKey, s => s.Id);
        foreach (var (place, entry) in entries.Index())
        {
            var key = SourceUrl.Key(entry.Url);
            if (declared.TryGetValue(key, out var id) || byKey.TryGetValue(key, out id))
                places.TryAdd(id, place);
        }

        return [.. sources.OrderBy(s => places.GetValueOrDefault(s.Id, int.MaxValue)).ThenBy(s => s.Id)];
    }
}
