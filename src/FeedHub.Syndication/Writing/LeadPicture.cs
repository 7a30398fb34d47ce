using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Writing;

/// <summary>An item's picture in its text, where many readers look for it alone.</summary>
public static class LeadPicture
{
    /// <summary>The markup with the picture before it where it shows none itself; null where there is neither.</summary>
    /// <param name="html">Sanitised, or null.</param>
    /// <param name="picture">The item's, or null.</param>
    public static string? In(string? html, Picture? picture)
    {
        if (picture is null || html?.Contains("<img", StringComparison.OrdinalIgnoreCase) == true)
            return html;
        return $"<p><img src=\"{SafeText.Escape(picture.Url)}\" alt=\"\"></p>{html}";
    }
}
