namespace FeedHub.Syndication.Grouping;

/// <content>The numbers by which events are known outside, and stories that were grouped before.</content>
public sealed partial class EventGrouper
{
    // One story of each event that has a number: others of it join that.
    private readonly Dictionary<long, long> _ofNumber = [];

    /// <summary>Takes in what was grouped before: a story joins those of the same number, even if it shares no word with them.</summary>
    /// <param name="stories">Each with the number of its event; null: it had none.</param>
    public void Restore(IReadOnlyCollection<(EventStory Story, long? Event)> stories)
    {
        foreach (var (story, _) in stories.Where(s => SlotOf(s.Story.Id) < 0).DistinctBy(s => s.Story.Id))
            CountWords(story);
        foreach (var (story, number) in stories)
        {
            if (SlotOf(story.Id) < 0)
                Restore(story, number ?? 0);
        }
    }

    /// <summary>The number of a story's event; null: it has none, or is not here.</summary>
    public long? NumberOf(long storyId) =>
        SlotOf(storyId) is >= 0 and var slot && _stories[slot].Event is not 0 and var number ? number : null;

    /// <summary>A story's event has this number from now on; null: none.</summary>
    public void SetNumber(long storyId, long? number)
    {
        if (SlotOf(storyId) is not (>= 0 and var slot))
            return;
        Forget(slot, storyId);
        _stories[slot].Event = number ?? 0;
        if (number is { } known)
            _ofNumber[known] = storyId;
    }

    /// <summary>Whether the story is here as it is now: nothing differs that it is grouped by.</summary>
    public bool Has(EventStory story) => SlotOf(story.Id) is >= 0 and var slot && _stories[slot].Mark == story.Mark;

    /// <summary>Whether the story is here, in any state.</summary>
    public bool Has(long storyId) => SlotOf(storyId) >= 0;

    private void Restore(EventStory story, long number)
    {
        var slot = Store(story);
        _index.Add(slot);
        _stories[slot].Event = number;
        if (number == 0)
            return;
        if (_ofNumber.TryGetValue(number, out var other) && SlotOf(other) is >= 0 and var with && _stories[with].Event == number
            && HasRoom(slot, with))
            _stories.Join(slot, with);
        _ofNumber[number] = story.Id;
    }

    // The event's number leads to another of its stories, as long as there is one.
    private void Forget(int slot, long storyId)
    {
        var number = _stories[slot].Event;
        if (number == 0 || _ofNumber.GetValueOrDefault(number) != storyId)
            return;
        var next = _stories[_stories[slot].Next];
        if (next.StoryId != storyId && next.Event == number)
            _ofNumber[number] = next.StoryId;
        else
            _ofNumber.Remove(number);
    }

    private bool HasRoom(int slot, int other) =>
        _stories[slot].Head != _stories[other].Head && _stories.Ring(other, _otherRing) < _options.MostStories;
}
