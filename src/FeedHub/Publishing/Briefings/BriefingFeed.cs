using System.Security.Cryptography;
using System.Text;
using FeedHub.Model.Coverage;
using FeedHub.Sources;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing.Briefings;

/// <summary>Editions as entries of a feed.</summary>
public sealed class BriefingFeed(FeedTitles titles)
{
    /// <summary>Path of the page; with the ending of a format, of the feed.</summary>
    public const string Path = "/briefing";

    /// <summary>The feed of a briefing.</summary>
    /// <param name="plan">Which it is.</param>
    /// <param name="editions">The newest first.</param>
    /// <param name="baseUrl">Base of FeedHub's addresses.</param>
    public MergedFeed Of(BriefingPlan plan, IReadOnlyList<ShownEdition> editions, string baseUrl) => new()
    {
        Title = TitleOf(plan),
        Description = titles.Description,
        BaseUrl = baseUrl,
        FeedPath = Path,
        PagePath = Path + plan.Query,
        Query = plan.Query,
        Updated = editions.Select(edition => edition.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        Entries = [.. editions.Select(edition => EntryOf(plan, edition, baseUrl))],
    };

    /// <summary>The title of a briefing.</summary>
    public string TitleOf(BriefingPlan plan) => TitleOf(plan, EditionWords.Of(plan).Briefing);

    /// <summary>The title of its page, in which briefings have this name.</summary>
    public string TitleOf(BriefingPlan plan, string name) => $"{titles.TitleOf(plan.Filter)} – {name}";

    /// <summary>What the entry of an edition has on the page, behind <c>#</c>.</summary>
    public static string AnchorOf(ShownEdition edition) => $"e{edition.At.ToUnixTimeSeconds()}";

    private MergedEntry EntryOf(BriefingPlan plan, ShownEdition edition, string baseUrl)
    {
        var words = EditionWords.Of(plan);
        var page = $"{baseUrl}{Path}{plan.Query}";
        return new()
        {
            Id = IdOf(plan, edition.At),
            StoryUrl = $"{page}#{AnchorOf(edition)}",
            Title = words.TitleOf(edition.At, plan.Zone),
            Published = edition.At,
            Updated = edition.At,
            FirstSeen = edition.At,
            Language = words.Language,
            ContentHtml = Html(edition, words, baseUrl),
            Source = new("briefing", titles.Title, $"{baseUrl}{Path}{FeedOutput.All[0].Ending}{plan.Query}", $"{baseUrl}/"),
        };
    }

    // The same for ever: made of what the edition is (RFC 9562, version 8).
    private static string IdOf(BriefingPlan plan, DateTimeOffset at)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"briefing {plan.Query} {at.ToUnixTimeSeconds()}")).AsSpan(0, 16).ToArray();
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    private static string Html(ShownEdition edition, EditionWords words, string baseUrl)
    {
        if (edition.Parts.Count == 0)
            return $"<p>{words.Nothing}</p>";
        var html = new StringBuilder();
        foreach (var part in edition.Parts)
        {
            html.Append("<h2>").Append(SafeText.Escape(part.Name)).Append("</h2><ul>");
            foreach (var told in part.Events)
                html.Append("<li>").Append(Html(told, words, baseUrl)).Append("</li>");
            html.Append("</ul>");
        }

        return html.ToString();
    }

    private static string Html(EditionEvent told, EditionWords words, string baseUrl)
    {
        var article = $"<a href=\"{SafeText.Escape(told.Url ?? $"{baseUrl}/stories/{told.StoryId}")}\">{SafeText.Escape(told.Title)}</a>";
        var more = told.EventId is { } id
            ? $" <a href=\"{baseUrl}/coverage/{id}\">{words.More(told.Stories, told.Sources)}</a>"
            : "";
        return $"{article} ({SafeText.Escape(told.Source)}){more}";
    }
}
