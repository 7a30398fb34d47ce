namespace FeedHub.Model.Stories;

/// <summary>An item of a labelled pair, as it was read when it was judged.</summary>
/// <param name="Id">As published, or null.</param>
/// <param name="Source">Public id of its source.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Title">Plain text, or null.</param>
/// <param name="Summary">Plain text, cut; null if none.</param>
/// <param name="Language">BCP 47, or null.</param>
public sealed record LabelledItem(string? Id, string Source, string? Url, string? Title, string? Summary, string? Language);
