using FeedHub.Model.Articles;

namespace FeedHub.Dashboard.Sources;

/// <summary>What the page of a source shows of its article pages.</summary>
/// <param name="Figures">How many were read; null: none was asked for.</param>
/// <param name="Queued">How many are to be read.</param>
/// <param name="IsOpen">Whether everybody may read the hub.</param>
public sealed record ArticlePagesView(ArticleFigures? Figures, long Queued, bool IsOpen)
{

    /// <summary>How many pages were read, and how many not.</summary>
    public string Words => SourcesText.PagesRead(Figures?.Read ?? 0, Figures?.Refused ?? 0, Figures?.Empty ?? 0, Queued);
}
