using System.Net;
using System.Text;

namespace FeedHub.Dashboard.Sources;

/// <summary>All time zones that a source may have: fetched once by the forms, and to read where there is no script.</summary>
internal static class ZonePage
{
    // It is the same until the machine's table of zones is another.
    private static readonly string Page = PageOf();

    /// <summary>Maps the list.</summary>
    public static void MapZonePage(this RouteGroupBuilder dashboard) => dashboard.MapGet("/zones", (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.Content(Page, "text/html", Encoding.UTF8);
    });

    private static string PageOf()
    {
        var names = SourceChoices.KnownZones.Select(id => WebUtility.HtmlEncode(id)).ToList();
        var options = string.Concat(names.Select(name => $"<option value=\"{name}\"></option>"));
        return $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>IANA</title><datalist>{options}</datalist>"
            + $"<pre>{string.Join('\n', names)}</pre></html>";
    }
}
