using System.Text;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>The texts of one <c>url</c> or <c>sitemap</c> as they are written, the first of each name.</summary>
internal sealed class RawEntry
{
    private const int MostKeywords = 16 * 1024;

    public string? Address { get; set; }

    public string? Modified { get; private set; }

    public string? Published { get; private set; }

    public string? Title { get; private set; }

    public string? Language { get; private set; }

    public string? Image { get; private set; }

    /// <summary>The extension for videos speaks of what is on the page: its words count where nothing else is said.</summary>
    public string? VideoTitle { get; private set; }

    public string? VideoPublished { get; private set; }

    public string? VideoImage { get; private set; }

    public StringBuilder Keywords { get; } = new();

    public bool IsNews { get; set; }

    /// <summary>Takes the text of a leaf.</summary>
    /// <param name="group">The extension that it stands in, or null.</param>
    /// <param name="leaf">Its local name.</param>
    /// <param name="text">Its text.</param>
    public void Take(string? group, string leaf, string text)
    {
        switch ((group, leaf))
        {
            case ("image", "loc"): Image ??= text; break;
            case ("video", "thumbnail_loc"): VideoImage ??= text; break;
            case ("video", "title"): VideoTitle ??= text; break;
            case ("video", "publication_date"): VideoPublished ??= text; break;
            case ("image" or "video", _): break;
            case (_, "loc"): Address ??= text; break;
            case (_, "lastmod"): Modified ??= text; break;
            case (_, "publication_date"): Published ??= text; break;
            case (_, "title"): Title ??= text; break;
            case (_, "language"): Language ??= text; break;
            case (_, "keywords") when Keywords.Length + text.Length < MostKeywords: Keywords.Append(text).Append('\n'); break;
        }
    }
}
