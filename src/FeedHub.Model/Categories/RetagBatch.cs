using FeedHub.Syndication.Tagging;

namespace FeedHub.Model.Categories;

/// <summary>An item that has other categories now.</summary>
internal sealed record RetaggedItem(long Id, long StoryId, long ContentHash, IReadOnlyList<Tag> Tags);

/// <summary>A few items of a walk.</summary>
/// <param name="Looked">How many were looked at; 0: the walk is at its end.</param>
/// <param name="Before">The walk goes on below this id.</param>
/// <param name="Changed">Those that have other categories now.</param>
internal sealed record RetagBatch(int Looked, long Before, IReadOnlyList<RetaggedItem> Changed);
