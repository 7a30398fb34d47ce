using System.Globalization;
using System.Text;

namespace FeedHub.Demo;

/// <summary>Where everything of the newsroom stands.</summary>
/// <param name="root">Address of the newsroom.</param>
internal sealed class NewsroomAddresses(Uri root)
{
    /// <summary>Path of an outlet's front page; a section shares its outlet's first folder.</summary>
    public static string FrontPath(Publisher publisher) => publisher.Path[..(publisher.Path.LastIndexOf('/') + 1)];

    /// <summary>The outlet's feed, or the page in its place.</summary>
    public Uri Feed(Publisher publisher) => new(root, publisher.Path);

    /// <summary>The outlet's front page.</summary>
    public Uri Front(Publisher publisher) => new(root, FrontPath(publisher));

    /// <summary>The page of a release, at the outlet that prints it or, where that only links, at the writer's.</summary>
    public Uri Page(Release release)
    {
        var outlet = release.By.Tracking is null ? release.By : release.Origin;
        var folder = outlet.Language == "id" ? "berita" : "news";
        var key = release.Key.ToString(CultureInfo.InvariantCulture);
        return new Uri(Front(outlet), $"{folder}/{key}/{Slug(Retelling.Title(release with { By = outlet }))}");
    }

    /// <summary>A release's picture.</summary>
    public Uri Picture(Release release) => new(root, string.Create(CultureInfo.InvariantCulture, $"/pictures/{release.Key}.svg"));

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }
}
