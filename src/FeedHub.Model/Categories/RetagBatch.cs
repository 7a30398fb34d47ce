using FeedHub.Syndication.Tagging;

namespace FeedHub.Model.Categories;

/// <summary>An item that has other categories now.</summary>
internal sealed record RetaggedItem(long Id, long StoryId, long ContentHash, IReadOnlyList<Tag> Tags);

/// <summary>An item that another drop rule keeps out of its story now, or none.</summary>
/// <param name="Id">The item.</param>
/// <param name="StoryId">Its story.</param>
/// <param name="ContentHash">As it was read.</param>
/// <param name="Rule">The rule's name; null: it is in its story.</param>
internal sealed record RedroppedItem(long Id, long StoryId, long ContentHash, string? Rule);

/// <summary>A few items of a walk.</summary>
/// <param name="Looked">How many were looked at; 0: the walk is at its end.</param>
/// <param name="Before">The walk goes on below this id.</param>
/// <param name="Changed">Those that have other categories now.</param>
/// <param name="Redropped">Those whose drop rule is another now.</param>
internal sealed record RetagBatch(
    int Looked, long Before, IReadOnlyList<RetaggedItem> Changed, IReadOnlyList<RedroppedItem> Redropped)
{
    /// <summary>Whether anything is to be written.</summary>
    public bool ChangesAnything => Changed.Count + Redropped.Count > 0;
}
