using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Sources.Declaration;
using FeedHub.Sources.Filtering;
using FeedHub.Syndication;
using FeedHub.Syndication.Tagging;
using Microsoft.Extensions.Primitives;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.OwnFeeds;

/// <summary>What is wrong with a property of a feed.</summary>
/// <param name="Field">The property's name in feeds.json.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
public sealed record FieldProblem(string Field, string Message);

/// <summary>Which values a feed of one's own may have, in feeds.json, API and form alike.</summary>
/// <param name="vocabulary">The categories there are.</param>
/// <param name="sources">The sources there are, by id; null: only the form of ids is known.</param>
/// <param name="standing">The feeds there are: one may stay as it is, also where a source or category that it names is gone.</param>
public sealed class OwnFeedRules(
    Vocabulary vocabulary, IReadOnlyDictionary<string, FilterSource>? sources, IReadOnlyList<OwnFeed>? standing = null)
{
    private static readonly Dictionary<string, FilterSource> NoSources = [];

    /// <summary>All that is wrong with it; empty if nothing is.</summary>
    public IReadOnlyList<FieldProblem> Problems(OwnFeed feed) =>
        [.. Slugs(feed.Slug), .. Length("title", feed.Title, Bounds.Line), .. Length("description", feed.Description, Bounds.Line),
            .. Stands(feed) ? [] : Filters(feed)];

    private bool Stands(OwnFeed feed) => standing?.FirstOrDefault(f => f.Slug == feed.Slug) is { } known
        && (known.Filter, known.Order, known.Limit) == (feed.Filter, feed.Order, feed.Limit);

    private static IEnumerable<FieldProblem> Slugs(string slug)
    {
        if (slug.Length > OwnFeed.LongestSlug || !Slug.IsValid(slug))
            yield return new("slug", Say(
                $"{Wording.Quoted(slug)} is not a slug of a feed: write lower-case letters, digits and single hyphens, "
                    + $"at most {OwnFeed.LongestSlug}, such as \"sport-sumatra\"",
                $"{Wording.Quoted(slug)} bukan slug feed: tulis huruf kecil, angka, dan tanda hubung, "
                    + $"paling banyak {OwnFeed.LongestSlug}, misalnya \"sport-sumatra\""));
    }

    private static IEnumerable<FieldProblem> Length(string field, string? text, int most)
    {
        if (text?.Length > most)
            yield return new(field, Say(
                FormattableString.Invariant($"\"{field}\" has {text.Length} characters: write at most {most}"),
                FormattableString.Invariant($"\"{field}\" {text.Length} karakter: tulis paling banyak {most}")));
    }

    private IEnumerable<FieldProblem> Filters(OwnFeed feed)
    {
        if (feed.Filter?.Length > OwnFeed.LongestFilter)
            return Length("filter", feed.Filter, OwnFeed.LongestFilter);
        var written = OwnFeedFilter.Parameters(feed with { Order = null, Limit = null });
        if (written.ContainsKey("before"))
            return [new("filter", Say(
                "\"filter\" says where a page begins, and a feed begins with its newest story: leave \"before\" out",
                "\"filter\" menyebut awal halaman, padahal feed diawali berita terbarunya: hapus \"before\""))];
        return Twice(feed, written).ToList() is { Count: > 0 } twice ? twice : Unusable(feed, written.ContainsKey);
    }

    private static IEnumerable<FieldProblem> Twice(OwnFeed feed, Dictionary<string, StringValues> written)
    {
        foreach (var (name, given) in (IEnumerable<(string, bool)>)[("order", feed.Order is not null), ("limit", feed.Limit is not null)])
        {
            if (given && written.ContainsKey(name))
                yield return new(name, Say(
                    $"\"{name}\" stands in \"filter\" too: leave one of the two out",
                    $"\"{name}\" juga ada di \"filter\": hapus salah satunya"));
        }
    }

    private IEnumerable<FieldProblem> Unusable(OwnFeed feed, Func<string, bool> isInFilter)
    {
        var parameters = OwnFeedFilter.Parameters(feed);
        var known = sources ?? OwnFeedFilter.With(NoSources, parameters);
        if (StoryFilterReader.Read(parameters, vocabulary, known, unknown: Unknown).Error is { } error)
            yield return error.Parameter is "order" or "limit" && !isInFilter(error.Parameter)
                ? new(error.Parameter, error.Detail)
                : new("filter", $"{error.Parameter}: {error.Detail}");
    }

    private static FilterError Unknown(string name) => new(
        name.Length > 60 ? name[..60] + "…" : name,
        Say(
            "there is no such filter; write those of the page's address, such as category=sport&language=id&q=banjir",
            "tidak ada filter itu; tulis yang ada di alamat halaman, misalnya category=sport&language=id&q=banjir"));
}
