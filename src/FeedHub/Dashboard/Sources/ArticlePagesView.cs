namespace FeedHub.Dashboard.Sources;

/// <summary>What the page of a source shows of its article pages.</summary>
/// <param name="Figures">How many were read; null: none was asked for.</param>
/// <param name="Queued">How many are to be read.</param>
/// <param name="IsOpen">Whether everybody may read the hub.</param>
public sealed record ArticlePagesView(Model.Articles.SourcePages? Figures, long Queued, bool IsOpen)
{
    /// <summary>What an admin should know of whole articles in a hub that everybody may read.</summary>
    public const string OpenHub = "This hub is open: what content \"article\" reads are whole texts of others, and everybody can read them "
        + "here. Publishing:Access closed asks readers for a key.";

    /// <summary>How many pages were read, and how many not.</summary>
    public string Words => FormattableString.Invariant(
        $"{Figures?.Read ?? 0} read, {Figures?.Refused ?? 0} refused, {Figures?.Empty ?? 0} without an article; {Queued} to be read.");
}
