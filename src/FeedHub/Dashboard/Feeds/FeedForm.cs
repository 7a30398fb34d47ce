using System.Globalization;
using FeedHub.Categories;
using FeedHub.Model.OwnFeeds;
using FeedHub.Publishing;
using FeedHub.Sources.OwnFeeds;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Feeds;

/// <summary>The form of a feed of one's own: what was typed, and what is wrong with it.</summary>
/// <param name="Typed">By the names of the fields.</param>
/// <param name="Problems">Beside which field, in words.</param>
public sealed record FeedForm(IReadOnlyDictionary<string, string> Typed, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>Names of the fields.</summary>
    public static readonly IReadOnlyList<string> Fields = ["slug", "title", "description", "filter", "order", "limit"];

    /// <summary>Nothing typed yet.</summary>
    public static FeedForm Empty { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>The feed that was typed; null: something is wrong.</summary>
    public OwnFeed? Feed { get; init; }

    /// <summary>The form filled in with a feed as it is.</summary>
    public static FeedForm Of(OwnFeed feed) => new(
        new Dictionary<string, string>
        {
            ["slug"] = feed.Slug,
            ["title"] = feed.Title ?? "",
            ["description"] = feed.Description ?? "",
            ["filter"] = feed.Filter ?? "",
            ["order"] = feed.Order ?? "",
            ["limit"] = feed.Limit?.ToString(CultureInfo.InvariantCulture) ?? "",
        },
        []);

    /// <summary>Reads the form of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="slug">The slug of the feed that is edited; null: a new one is typed.</param>
    public static async Task<FeedForm> ReadAsync(HttpContext context, string? slug)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = Fields.ToDictionary(field => field, field => form[field].ToString().Trim());
        typed["slug"] = slug ?? typed["slug"];
        var (limit, noLimit) = LimitOf(typed["limit"]);
        var feed = new OwnFeed
        {
            Slug = typed["slug"],
            Title = Given(typed["title"]),
            Description = Given(typed["description"]),
            Filter = Given(OwnFeedFilter.QueryOf(typed["filter"])),
            Order = Given(typed["order"]),
            Limit = limit,
        };
        var sources = await context.RequestServices.GetRequiredService<StoryQueries>().SourcesAsync(context.RequestAborted);
        var rules = new OwnFeedRules(context.RequestServices.GetRequiredService<Taggers>().Vocabulary, sources);
        List<FieldProblem> problems = [.. noLimit, .. rules.Problems(feed)];
        return new(typed, problems) { Feed = problems.Count == 0 ? feed : null };
    }

    /// <summary>The form with one more thing that is wrong.</summary>
    public FeedForm With(string field, string message) => this with { Problems = [.. Problems, new(field, message)], Feed = null };

    private static (int? Limit, IReadOnlyList<FieldProblem> Problems) LimitOf(string typed) => typed.Length == 0 ? (null, [])
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? (limit, [])
        : (null, [new("limit", Say(
            $"'{typed}' is not a number: write one from 1 to 500, or nothing",
            $"'{typed}' bukan angka: tulis 1 sampai 500, atau kosongkan"))]);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
