using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>A form as a page has it.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Where it goes.</param>
/// <param name="Fields">Names and values.</param>
internal sealed record FormSeed(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>All forms of a page, each also by every button that has an address of its own.</summary>
    public static IEnumerable<FormSeed> Of(string html, string page)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var form in document.QuerySelectorAll("form"))
        {
            var fields = form.QuerySelectorAll("input[name],select[name],textarea[name],button[name]")
                .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, Value(field)))
                .ToList();
            var actions = form.QuerySelectorAll("[formaction]").Select(button => button.GetAttribute("formaction"))
                .Append(form.GetAttribute("action"))
                .Distinct();
            foreach (var action in actions)
                yield return new(
                    (form.GetAttribute("method") ?? "GET").ToUpperInvariant(),
                    new Uri(new Uri("http://h" + page), action ?? page).PathAndQuery,
                    fields);
        }
    }

    private static string Value(IElement field) => field.LocalName == "select"
        ? field.QuerySelector("option")?.GetAttribute("value") ?? ""
        : field.GetAttribute("value") ?? field.TextContent;
}
