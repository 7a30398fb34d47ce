using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using AngleSharp.Html.Parser;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>What must hold of the answer to any request.</summary>
internal static partial class AnswerCheck
{
    private const int MostParsed = 3_000_000;

    public static IEnumerable<Finding> Broken(string request, RawAnswer? answer)
    {
        var line = request.Split('\r')[0];
        var place = string.Join(' ', line.Split(' ').Take(2)).Split('?')[0];
        if (answer is null)
            yield return new($"no answer within ten seconds to {Shape(place)}", line);
        if (answer is null || answer.Status is null)
            yield break;
        if (answer.Status is >= 500 and not (501 or 505))
            yield return new($"{answer.Status} to {Shape(place)}", line);
        if (!place.Contains("/hangfire/jobs", StringComparison.Ordinal) && StackPattern().Match(answer.Text) is { Success: true } stack)
            yield return new($"a stack trace to {Shape(place)}", stack.Value);
        if (answer.Status == 200 && answer.Body.Length is > 0 and < MostParsed && !line.StartsWith("HEAD", StringComparison.Ordinal)
            && !answer.Headers.ContainsKey("content-encoding"))
        {
            foreach (var finding in Documents(answer))
                yield return finding with { Kind = $"{finding.Kind} to {Shape(place)}" };
        }

        if (PublicPattern().IsMatch(place) && !request.Contains(FuzzAddress.Secret, StringComparison.Ordinal)
            && answer.Text.Contains(FuzzAddress.Secret, StringComparison.Ordinal))
            yield return new($"a secret is told to {Shape(place)}", Around(answer.Text, FuzzAddress.Secret));
    }

    private static IEnumerable<Finding> Documents(RawAnswer answer)
    {
        var type = answer.MediaType;
        Finding? broken = null;
        try
        {
            if (type.EndsWith("json", StringComparison.Ordinal))
                JsonDocument.Parse(answer.Body).Dispose();
            else if (type.EndsWith("xml", StringComparison.Ordinal))
                Read(answer.Body);
        }
        catch (Exception e) when (e is XmlException or JsonException)
        {
            broken = new($"{type} that is not strict", e.Message);
        }

        return broken is not null ? [broken] : type == "text/html" ? Page(answer.Text) : [];
    }

    private static void Read(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
        }
    }

    private static IEnumerable<Finding> Page(string html)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html);
        foreach (var element in document.All)
        {
            if (element.LocalName is "script" or "style" && element.TextContent.Contains("alert(1)", StringComparison.Ordinal))
                yield return new($"a stranger's {element.LocalName} on a page", element.OuterHtml);
            foreach (var attribute in element.Attributes.Where(a => a.Value.Contains(
                "alert(1)",
                StringComparison.Ordinal)
                    && (a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "srcdoc" or "style"
                        || a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                            && a.Name is "href" or "src" or "action" or "formaction"))
                yield return new($"a stranger's {attribute.Name} on a page", element.OuterHtml);
        }
    }

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)].ReplaceLineEndings(" ");
    }

    private static string Shape(string place) => NumberPattern().Replace(place.Length > 60 ? place[..60] : place, "N");

    [GeneratedRegex("[0-9]+|%[0-9A-Fa-f]{2}.*")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\bat (?:FeedHub|System|Microsoft)\.[\w.`<>]+\(|System\.\w*Exception|Exception: ")]
    private static partial Regex StackPattern();

    [GeneratedRegex(@"^GET /(?:feed\.|sources\.opml|stories|\z|newest|briefing|coverage)")]
    private static partial Regex PublicPattern();
}
