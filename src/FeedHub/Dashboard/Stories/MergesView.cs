using FeedHub.Model.Stories;

namespace FeedHub.Dashboard.Stories;

/// <summary>What the page of stories shows.</summary>
/// <param name="Doubts">Verdicts near the line, the nearest first.</param>
/// <param name="Merges">Items that joined a story by their text, newest first.</param>
/// <param name="NextPage">Page of the next doubts, or null on the last.</param>
/// <param name="NextBefore">Where older merges begin, or null on the last.</param>
/// <param name="DayItems">Items of the last 24 hours.</param>
/// <param name="DayStories">Stories of the last 24 hours.</param>
/// <param name="Labels">Pairs that a person judged.</param>
public sealed record MergesView(
    IReadOnlyList<DoubtView> Doubts, IReadOnlyList<MergeView> Merges, int? NextPage, long? NextBefore, int DayItems,
    int DayStories, int Labels);

/// <summary>A verdict near the line.</summary>
/// <param name="Doubt">The verdict.</param>
/// <param name="Item">The item that was judged.</param>
/// <param name="Lead">The lead of the story that it was compared with.</param>
public sealed record DoubtView(Doubt Doubt, Item Item, Item Lead);

/// <summary>An item that joined a story.</summary>
/// <param name="Item">The item.</param>
/// <param name="Lead">The story's lead, which may be that very item by now.</param>
public sealed record MergeView(Item Item, Item Lead);

/// <summary>A story that is hardly of its event.</summary>
/// <param name="Story">The story, with how surely it is of the event.</param>
/// <param name="Lead">Its lead.</param>
public sealed record EventDoubtView(Story Story, Item Lead);

/// <summary>A hidden story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Lead">Its lead.</param>
public sealed record HiddenView(Story Story, Item Lead);
