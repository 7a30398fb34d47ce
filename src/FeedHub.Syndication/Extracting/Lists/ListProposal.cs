namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>What FeedHub would take from a list page.</summary>
/// <param name="Selectors">Those of all chosen groups together; null where the page has no list.</param>
/// <param name="Groups">Every group of headlines that was found, the chosen ones first.</param>
public sealed record ListProposal(ListSelectors? Selectors, IReadOnlyList<ListGroup> Groups);

/// <summary>Headlines that stand in elements of one kind.</summary>
/// <param name="Selector">CSS of these elements.</param>
/// <param name="Entries">What they say.</param>
/// <param name="IsChosen">True for a part of the proposal.</param>
public sealed record ListGroup(string Selector, IReadOnlyList<ListEntry> Entries, bool IsChosen);
