using System.Globalization;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Sources.Filtering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FeedHub.Publishing.Briefings;

/// <summary>Reads which briefing a request asks for.</summary>
public sealed class BriefingRequest(FilterRequest filters, IOptions<FeedHubOptions> options)
{
    private const string At = "at";
    private const string Zone = "zone";
    private static readonly TimeOnly Morning = new(6, 0);

    /// <summary>The plan, or what is wrong with it.</summary>
    public async Task<(BriefingPlan? Plan, FilterError? Error)> ReadAsync(
        IEnumerable<KeyValuePair<string, StringValues>> query, CancellationToken cancellation)
    {
        var given = query.ToDictionary();
        var (hours, zone) = (HoursOf(given.GetValueOrDefault(At)), ZoneOf(given.GetValueOrDefault(Zone)));
        if (hours is null)
            return (null, new(At, $"write one to {BriefingPlan.MostHours} times of day, such as 06:00,18:00"));
        if (zone is null)
            return (null, new(Zone, "there is no such zone; write one of the IANA time zone database, such as Asia/Jakarta"));
        var (filter, error) = await filters.ReadAsync(given.Where(p => p.Key is not (At or Zone)), null, cancellation);
        return filter is null
            ? (null, error)
            : (new(hours, zone, new StoryFilter
            {
                Categories = filter.Categories,
                NotCategories = filter.NotCategories,
                Sources = filter.Sources,
                NotSources = filter.NotSources,
                Folders = filter.Folders,
                InFolders = filter.InFolders,
                NotFolders = filter.NotFolders,
                NotInFolders = filter.NotInFolders,
                Languages = filter.Languages,
                NotLanguages = filter.NotLanguages,
                Search = filter.Search,
                LeastSources = filter.LeastSources,
            }), null);
    }

    /// <summary>The plan of a combination that was asked for before; null where it says nothing any more, as of a source that is
    /// gone.</summary>
    public async Task<BriefingPlan?> ReadAsync(string query, CancellationToken cancellation) =>
        (await ReadAsync(QueryHelpers.ParseQuery(query), cancellation)).Plan;

    private static IReadOnlyList<TimeOnly>? HoursOf(StringValues values)
    {
        if (values.Count == 0)
            return [Morning];
        var hours = new SortedSet<TimeOnly>();
        foreach (var text in values.ToString().Split(','))
        {
            if (!TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
                return null;
            hours.Add(hour);
        }

        return hours.Count <= BriefingPlan.MostHours ? [.. hours] : null;
    }

    private TimeZoneInfo? ZoneOf(StringValues values)
    {
        if (values.Count > 0)
            return values is [{ Length: > 0 and < 60 } named] && TimeZoneInfo.TryFindSystemTimeZoneById(named, out var zone) ? zone : null;
        return options.Value.Publishing.TimeZone is { Length: > 0 } set ? TimeZoneInfo.FindSystemTimeZoneById(set) : TimeZoneInfo.Local;
    }
}
