namespace FeedHub.Model.Categories;

/// <summary>A row to add to the habits.</summary>
internal readonly record struct Lesson(long SourceId, string Sign, string Slug, int Items);
