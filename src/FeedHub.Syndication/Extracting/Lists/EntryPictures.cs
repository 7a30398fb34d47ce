using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedHub.Syndication.Reading.Formats;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>The picture and the summary of an item.</summary>
internal static partial class EntryPictures
{
    /// <summary>Absolute address of the first picture that a reader would see, or null.</summary>
    public static string? Find(IElement? item, Uri baseUrl)
    {
        foreach (var element in item is null ? [] : Selectors.Below(item).Prepend(item))
        {
            if (Picture(element, baseUrl) is { } url)
                return url;
        }

        return null;
    }

    private static string? Picture(IElement element, Uri baseUrl)
    {
        if (element.LocalName is "img" or "amp-img" or "a-img")
            return ShownPicture.Of(Attributes(element), Sources(element), baseUrl) is { } picture
                && !Trackers.Is(picture.Url, picture.Width, picture.Height) ? Bounds.WholeOrNull(picture.Url, Bounds.Address) : null;
        return Background().Match(element.GetAttribute("style") ?? "") is { Success: true } style
            ? Bounds.WholeOrNull(Addresses.Web(style.Groups[1].Value, baseUrl), Bounds.Address)
            : null;
    }

    private static List<Dictionary<string, string>> Sources(IElement img) =>
        img.ParentElement is { LocalName: "picture" } picture
            ? [.. picture.Children.Where(child => child.LocalName == "source").Take(10).Select(Attributes)]
            : [];

    private static Dictionary<string, string> Attributes(IElement element) =>
        element.Attributes.DistinctBy(a => a.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(a => a.Name, a => a.Value, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"background(?:-image)?\s*:[^;]*?url\(\s*['""]?([^'"")]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Background();
}
