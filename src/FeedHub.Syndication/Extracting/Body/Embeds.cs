using System.Net;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Players and posts that pages write as elements of their own, for a script to fill (AMP's components, "lite" players, posts of
/// networks).</summary>
internal static class Embeds
{
    // Element, the attribute that names what is shown, and the address of its player.
    private static readonly (string Name, string Attribute, string Address)[] Players =
    [
        ("amp-youtube", "data-videoid", "https://www.youtube.com/embed/"),
        ("lite-youtube", "videoid", "https://www.youtube.com/embed/"),
        ("amp-vimeo", "data-videoid", "https://player.vimeo.com/video/"),
        ("lite-vimeo", "videoid", "https://player.vimeo.com/video/"),
        ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/embed/video/"),
        ("amp-iframe", "src", ""),
    ];

    // The same of posts.
    private static readonly (string Name, string Attribute, string Address)[] Posts =
    [
        ("amp-twitter", "data-tweetid", "https://twitter.com/i/status/"),
        ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/"),
        ("amp-facebook", "data-href", ""),
        ("amp-tiktok", "data-src", ""),
        ("blockquote", "data-instgrm-permalink", ""),
    ];

    /// <summary>The element as HTML that needs no script: a frame with the player, a quote with a link to the post; null if it is
    /// neither.</summary>
    public static string? Of(PageNode node) => Address(node, Players) is { } player
        ? $"<iframe src=\"{WebUtility.HtmlEncode(player)}\"></iframe>"
        : Address(node, Posts) is { } post && Uri.TryCreate(post, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? Quote(uri) : null;

    private static string Quote(Uri post)
    {
        var address = WebUtility.HtmlEncode(post.GetLeftPart(UriPartial.Path));
        return $"<blockquote><a href=\"{address}\">{address}</a></blockquote>";
    }

    private static string? Address(PageNode node, (string Name, string Attribute, string Address)[] known) => known
        .Where(one => one.Name == node.Name && node[one.Attribute] is { Length: > 0 })
        .Select(one => one.Address + node[one.Attribute]).FirstOrDefault(address => Uri.IsWellFormedUriString(address, UriKind.Absolute));
}
