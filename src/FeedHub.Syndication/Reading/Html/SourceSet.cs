using System.Globalization;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>The pictures of a <c>srcset</c> (HTML 4.8.4.2.1), of which a reader sees one.</summary>
internal static class SourceSet
{
    // Nobody lists more sizes on purpose.
    private const int Most = 50;

    // As wide as a text is shown; beyond that a picture only costs the reader's time.
    private const int WideEnough = 1600;

    // Screens show no more pixels for each of the page's.
    private const double Dense = 2;

    /// <summary>The largest picture that is not too large, with its width where the set states it; null if there is none.</summary>
    public static Picture? Best(string? set, Uri? baseUrl)
    {
        var all = Candidates(set ?? "").Take(Most).ToList();
        var fit = all.FindAll(c => c.Unit == 'w' ? c.Size <= WideEnough : c.Size <= Dense);
        var order = fit.Count > 0 ? fit.OrderByDescending(c => c.Size) : all.OrderBy(c => c.Size);
        return order.Select(c => Picture(c, baseUrl)).FirstOrDefault(p => p is not null);
    }

    private static Picture? Picture((string Url, double Size, char Unit) candidate, Uri? baseUrl) =>
        Addresses.Web(candidate.Url, baseUrl) is { } url && !Trackers.IsPlaceholder(url)
            ? new(url, candidate.Unit == 'w' ? (int)candidate.Size : null)
            : null;

    // An address ends at a space, so that it may hold commas; what follows up to a comma describes it.
    private static IEnumerable<(string Url, double Size, char Unit)> Candidates(string set)
    {
        for (var at = 0; at < set.Length;)
        {
            while (at < set.Length && (char.IsWhiteSpace(set[at]) || set[at] == ','))
                at++;
            var start = at;
            while (at < set.Length && !char.IsWhiteSpace(set[at]))
                at++;
            var url = set[start..at];
            var end = url.EndsWith(',') ? at : set.IndexOf(',', at);
            if (end < 0)
                end = set.Length;
            if (url.TrimEnd(',') is { Length: > 0 } address)
                yield return Described(address, set.AsSpan(at, end - at).Trim());
            at = end;
        }
    }

    // Only the width or the density is looked at: a height may stand beside the width.
    private static (string Url, double Size, char Unit) Described(string url, ReadOnlySpan<char> words)
    {
        if (words.IndexOfAny(' ', '\t') is var end and > 0)
            words = words[..end];
        if (words is not [.. var number, 'w' or 'x']
            || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size))
            return (url, 1, 'x');
        return (url, Math.Min(size, 100_000), words[^1]);
    }
}
