namespace FeedHub.Syndication.Tagging;

/// <summary>A text whose categories are known: what a model is trained and judged with.</summary>
/// <param name="Title">Plain text, or null.</param>
/// <param name="Text">Summary or body as plain text; may be empty.</param>
/// <param name="Language">BCP 47, or null if unknown.</param>
/// <param name="Slugs">Slugs among the 17 topics, the primary one first; all of them are right answers.</param>
/// <param name="Source">Who published it: no source weighs more than its share, however many items it has.</param>
/// <param name="Weight">How much it counts beside others; a person's correction counts for several.</param>
public sealed record LabelledText(
    string? Title, string Text, string? Language, IReadOnlyList<string> Slugs, string Source, double Weight = 1);
