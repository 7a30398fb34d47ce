namespace FeedHub.Model.Categories;

/// <summary>A category in numbers.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="LastDay">Items of the last 24 hours.</param>
/// <param name="LastWeek">Items of the last seven days.</param>
public sealed record CategoryFigure(string Slug, long LastDay, long LastWeek);
