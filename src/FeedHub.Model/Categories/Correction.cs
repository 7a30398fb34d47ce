using FeedHub.Model.Stories;

namespace FeedHub.Model.Categories;

/// <summary>A person's word on a story, with what it changes in the habits of its sources.</summary>
internal sealed record Correction(Story Story, CategoryLabel Label, IReadOnlyList<Lesson> Withdrawn, IReadOnlyList<Lesson> Taught);
