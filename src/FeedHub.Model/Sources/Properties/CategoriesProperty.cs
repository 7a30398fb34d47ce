namespace FeedHub.Model.Sources.Properties;

/// <summary>The categories that every item of a source has.</summary>
/// <param name="name">As feeds.json and the API spell it.</param>
public sealed class CategoriesProperty(string name) : SourceProperty(name)
{
    /// <inheritdoc/>
    public override bool AreSame(DeclaredSource one, DeclaredSource other) => one.Categories.SequenceEqual(other.Categories);

    /// <inheritdoc/>
    public override string? TextOf(DeclaredSource source) =>
        source.Categories.Count == 0 ? null : string.Join(", ", source.Categories);

    /// <inheritdoc/>
    public override void Copy(DeclaredSource from, DeclaredSource to) => to.Categories = from.Categories;
}
