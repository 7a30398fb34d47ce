using System.Text.Json.Serialization;

namespace FeedHub.Api.Description;

/// <summary>What may be said of a source, by the names that feeds.json has. In PATCH null sets title, language, timeZone, interval or
/// identity back to none.</summary>
/// <param name="Url">http or https address of a feed, or of a site with one; needed to add a source.</param>
/// <param name="Title">Default: the feed's own.</param>
/// <param name="Category">Slugs that every item of the source has.</param>
/// <param name="Language">BCP 47; default: the feed's own.</param>
/// <param name="TimeZone">IANA name, for dates without a zone; default UTC.</param>
/// <param name="Interval">Such as 00:15:00; default: by the source's rhythm.</param>
/// <param name="Content">What is republished: full, summary or link.</param>
/// <param name="Headers">Sent with each poll; a value env:NAME is read from the environment. Never shown again.</param>
/// <param name="Enabled">false: paused.</param>
/// <param name="Identity">What its items are recognised by: guid or link; null: FeedHub's choice.</param>
internal sealed record SourceChange(
    string? Url, string? Title, IReadOnlyList<string>? Category, string? Language, [property: JsonPropertyName(
        "timeZone")] string? TimeZone, string? Interval,
    string? Content, IReadOnlyDictionary<string, string>? Headers, bool? Enabled, string? Identity);

/// <summary>An address to look at.</summary>
/// <param name="Url">http or https address of a site or feed.</param>
internal sealed record DiscoverRequest(string Url);

/// <summary>The item to split off.</summary>
/// <param name="Item">Its key; a story lists those of its items.</param>
internal sealed record SplitRequest(long Item);

/// <summary>The story to join with.</summary>
/// <param name="Story">Its id.</param>
internal sealed record JoinRequest(long Story);

/// <summary>Hides a story.</summary>
/// <param name="Reason">Why, in words for other admins; may be empty.</param>
internal sealed record HiddenRequest(string Reason);

/// <summary>What a story is about.</summary>
/// <param name="Categories">Slugs, the primary one first; none at all is an answer too.</param>
internal sealed record CategoriesRequest(IReadOnlyList<string> Categories);

/// <summary>Rules as in feeds.json.</summary>
/// <param name="Categories">Rules of categories.</param>
/// <param name="Drop">Drop rules.</param>
internal sealed record RulesRequest(IReadOnlyList<RuleBody>? Categories, IReadOnlyList<RuleBody>? Drop);

/// <summary>A rule.</summary>
/// <param name="Slug">Of a category; a drop rule has none.</param>
/// <param name="Title">Its name.</param>
/// <param name="Any">At least one of these occurs.</param>
/// <param name="All">All of these occur.</param>
/// <param name="None">None of these occurs.</param>
/// <param name="In">title, text, url, author, publisher_category.</param>
/// <param name="Sources">Ids or addresses of the only sources it holds for.</param>
internal sealed record RuleBody(
    string? Slug, string? Title, IReadOnlyList<string>? Any, IReadOnlyList<string>? All, IReadOnlyList<string>? None,
    IReadOnlyList<string>? In, IReadOnlyList<string>? Sources);
