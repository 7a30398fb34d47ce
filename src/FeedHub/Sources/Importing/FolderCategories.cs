using FeedHub.Categories;

namespace FeedHub.Sources.Importing;

/// <summary>Which categories the folders of a list mean.</summary>
public sealed class FolderCategories(Taggers taggers)
{
    /// <summary>The slugs that a folder's name means, by slug, name or alias; empty if it is not one of FeedHub's categories.</summary>
    public IReadOnlyList<string> SlugsOf(string folder) =>
        taggers.Vocabulary.All.FirstOrDefault(c => Is(folder, c.Slug) || Is(folder, c.English) || Is(folder, c.Indonesian)) is { } category
            ? [category.Slug]
            : [.. taggers.Aliases.SlugsOf(folder).Where(slug => taggers.Vocabulary.Find(slug) is not null)];

    private static bool Is(string folder, string name) =>
        folder.Trim().Replace(' ', '-').Equals(name.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase);
}
