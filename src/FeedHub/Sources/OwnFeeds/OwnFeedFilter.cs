using System.Globalization;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Sources.Filtering;
using FeedHub.Syndication.Tagging;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FeedHub.Sources.OwnFeeds;

/// <summary>What the filter of a feed of one's own chooses.</summary>
public static class OwnFeedFilter
{
    // Of a feed whose filter cannot be read at all: never everything.
    private static readonly StoryFilter Nothing = new() { Sources = [Gone("")] };

    /// <summary>The query alone, of what may be copied from an address bar as a whole.</summary>
    public static string QueryOf(string text)
    {
        var trimmed = text.Trim();
        var mark = trimmed.IndexOf('?', StringComparison.Ordinal);
        return mark >= 0 && !trimmed[..mark].Contains('=', StringComparison.Ordinal) ? trimmed[(mark + 1)..] : trimmed;
    }

    /// <summary>The stories that it chooses. A source or category that no longer exists stays in the filter and matches nothing: what was
    /// left out without it would come in.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="vocabulary">The categories there are.</param>
    /// <param name="sources">The sources there are, by id.</param>
    public static StoryFilter Of(OwnFeed feed, Vocabulary vocabulary, IReadOnlyDictionary<string, FilterSource> sources)
    {
        var parameters = Parameters(feed);
        return StoryFilterReader.Read(parameters, With(vocabulary, parameters), With(sources, parameters)).Filter ?? Nothing;
    }

    /// <summary>All that an address bar would have said, order and limit among it.</summary>
    internal static Dictionary<string, StringValues> Parameters(OwnFeed feed)
    {
        var parameters = QueryHelpers.ParseQuery(feed.Filter);
        if (feed.Order is { } order)
            parameters["order"] = order;
        if (feed.Limit is { } limit)
            parameters["limit"] = limit.ToString(CultureInfo.InvariantCulture);
        return parameters;
    }

    /// <summary>The sources, with every other that the parameters name, and one for each folder in which there is no source.</summary>
    internal static IReadOnlyDictionary<string, FilterSource> With(
        IReadOnlyDictionary<string, FilterSource> sources, Dictionary<string, StringValues> parameters)
    {
        var gone = Named(parameters, "source").Where(slug => !sources.ContainsKey(slug)).Select(Gone)
            .Concat(Named(parameters, "folder").Select(FolderPath.Normal).Distinct()
                .Where(folder => !sources.Values.Any(source => FolderPath.IsWithin(source.Folder, folder)))
                .Select(folder => Gone("/" + folder) with { Folder = folder }))
            .ToList();
        return gone.Count == 0 ? sources : sources.Values.Concat(gone).ToDictionary(source => source.Slug);
    }

    private static Vocabulary With(Vocabulary vocabulary, Dictionary<string, StringValues> parameters)
    {
        var gone = Named(parameters, "category").Where(slug => vocabulary.Find(slug) is null).ToList();
        return gone.Count == 0
            ? vocabulary
            : new(vocabulary.All.Select(category => category.Slug).Concat(gone).Select(slug => new CategoryRule { Slug = slug }));
    }

    /// <summary>What the parameter names, whether it includes or excludes that.</summary>
    internal static IEnumerable<string> Named(Dictionary<string, StringValues> parameters, string name) =>
        parameters.GetValueOrDefault(name).Select(value => (value ?? "").Trim())
            .Select(value => value.StartsWith('-') ? value[1..] : value).Distinct();

    private static FilterSource Gone(string slug) => new(0, slug, slug);
}
