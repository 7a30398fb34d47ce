using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>The JSON in a page's scripts: as a script, behind a name, in pushed rows, in strings.</summary>
internal static partial class EmbeddedData
{
    private const int Least = 300;
    private const int LeastWhole = 100;
    private const int MostStrings = 200;
    private const int MostAssigned = 10;

    /// <summary>True for a text that looks like JSON: in a string or in an attribute (an island's properties).</summary>
    public static bool Is(string text) =>
        text.Length > Least && text[0] is '{' or '[' && text.AsSpan().TrimEnd()[^1] is '}' or ']';

    /// <summary>The document that a string holds, or null.</summary>
    public static JsonElement? Inner(string text) => Is(text) ? PageJson.Parse(text) : null;

    /// <summary>"window.state = {…};" and a script that is nothing but JSON; null if it is neither.</summary>
    public static string? Whole(string script)
    {
        var from = script.AsSpan().IndexOfAny('{', '[');
        return from < 0 || from > 200 ? null
            : script[from..(Math.Max(script.LastIndexOf('}'), script.LastIndexOf(']')) + 1)] is { Length: > LeastWhole } data ? data : null;
    }

    /// <summary>True for a script that pushes rows.</summary>
    public static bool IsStream(string script) => script.Contains("__next_f", StringComparison.Ordinal);

    /// <summary>Rows "id:JSON" and "id:Tlength,text" in strings that are pushed one after another, without what is before them.</summary>
    public static IEnumerable<string> Rows(string script) => Pushed().Matches(script)
        .Select(push => PageJson.Parse("[" + push.Groups[1].Value + "]")).OfType<JsonElement>()
        .SelectMany(list => PageJson.String(list[0]).Split('\n')).Select(row => Row().Replace(row, ""));

    /// <summary>All documents of a script that can be read.</summary>
    public static IEnumerable<JsonElement> In(string script) => IsStream(script)
        ? Rows(script).Where(row => row.StartsWith('{') || row.StartsWith('[')).Select(PageJson.Parse).OfType<JsonElement>()
        : Whole(script) is { } data && PageJson.Parse(data) is { } document ? [document] : Assigned(script).Concat(Strings(script));

    // "a.one={…};a.two={…};"
    private static IEnumerable<JsonElement> Assigned(string script) => Assignment().Matches(script).Take(MostAssigned)
        .Select(assignment => PageJson.Beginning(script.AsSpan(assignment.Index + assignment.Length))).OfType<JsonElement>();

    private static IEnumerable<JsonElement> Strings(string script) => Quoted().Matches(script).Take(MostStrings)
        .Select(quoted => PageJson.Parse("[" + quoted.Value + "]")).OfType<JsonElement>()
        .Select(list => PageJson.Parse(PageJson.String(list[0]).TrimEnd())).OfType<JsonElement>();

    [GeneratedRegex(@"__next_f\.push\(\[1,(""(?:[^""\\]|\\.)*"")\]\)")]
    private static partial Regex Pushed();

    [GeneratedRegex(@"^[0-9a-f]*:(?:T[0-9a-f]+,|[A-Z])?")]
    private static partial Regex Row();

    [GeneratedRegex(@"[\w\])]\s*=\s*(?=[{\[]\s*[""\[{])")]
    private static partial Regex Assignment();

    // JSON in a string of a program.
    [GeneratedRegex(@"""\s*[\[{](?:[^""\\]|\\.){100,}""")]
    private static partial Regex Quoted();
}
