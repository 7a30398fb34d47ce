using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Categories;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;

namespace FeedHub.Publishing.Selection;

/// <summary>What every request needs to know of the sources, read once for each version of the stories.</summary>
/// <param name="Version">The version that it was read for.</param>
/// <param name="BySlug">Every source that may be asked for, by its public id.</param>
/// <param name="Languages">Every language that a story has.</param>
/// <param name="Look">Hash over all that entries show of sources and categories.</param>
public sealed record SourceSnapshot(
    long Version,
    IReadOnlyDictionary<string, FilterSource> BySlug,
    IReadOnlyList<string> Languages,
    string Look)
{
    /// <summary>Every folder that a source is in, and those around them, in order.</summary>
    public IReadOnlyList<string> Folders { get; } =
        [.. BySlug.Values.SelectMany(source => FolderPath.Around(source.Folder)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The stories' languages that are one of these or a variety of one.</summary>
    public IReadOnlyList<string> Among(IReadOnlyList<string> tags) => tags.Count == 0
        ? []
        : [.. Languages.Where(language => tags.Any(tag =>
            language.Equals(tag, StringComparison.OrdinalIgnoreCase)
                || language.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase)))];
}

/// <summary>Keeps the present <see cref="SourceSnapshot"/>.</summary>
public sealed class SourceSnapshots(IReaderEngine engine, StoryChanges changes, Taggers taggers)
{
    private volatile SourceSnapshot? _view;

    /// <summary>The view of the present version.</summary>
    public ValueTask<SourceSnapshot> GetAsync(CancellationToken cancellation) =>
        _view is { } view && view.Version == changes.Version ? new(view)
        : cancellation.IsCancellationRequested ? ValueTask.FromCanceled<SourceSnapshot>(cancellation)
        : new(Read());

    private SourceSnapshot Read()
    {
        var version = changes.Version;
        using var db = engine.Open();
        var sources = SourceLooks.All(db);
        var languages = StoryLanguages.All(db);
        var bySlug = sources.ToFrozenDictionary(s => s.Slug, s => new FilterSource(s.Id, s.Slug, s.DisplayTitle) { Folder = s.Folder });
        return _view = new(version, bySlug, languages, LookOf(sources));
    }

    private string LookOf(IEnumerable<SourceLook> sources)
    {
        var look = new StringBuilder();
        foreach (var s in sources)
            look.Append(s.Text).Append('\n');
        foreach (var category in taggers.Vocabulary.All)
            look.AppendJoin('\u001f', category.Slug, category.Code, category.English).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(look.ToString())));
    }
}
