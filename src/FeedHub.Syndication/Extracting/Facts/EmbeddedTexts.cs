using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>
/// An article's text in the data that a page hands to its own scripts: sites that are built in the browser have it nowhere else. No
/// framework's names are known here: it is the list of longest texts of one kind.
/// </summary>
internal sealed partial class EmbeddedTexts
{
    private const int MostValues = 200_000;
    private const int MaxDepth = 60;
    private const int LeastText = 60;
    private const int MostAttributes = 50;

    private readonly Dictionary<string, List<string>> _texts = [];
    private int _values;

    /// <summary>The text as HTML, or null if no text has at least a few sentences.</summary>
    public static string? Find(PageNode root)
    {
        var found = new EmbeddedTexts();
        foreach (var script in PageScripts.OfPrograms(root))
            found.Read(script);
        var attributes = root.All().Where(node => !node.IsText).SelectMany(node => node.Attributes.Values);
        foreach (var data in attributes.Where(EmbeddedData.Is).Take(MostAttributes))
            found.ReadData(data);
        var best = found._texts.Values.MaxBy(texts => texts.Distinct().Sum(text => text.Length));
        return best is null ? null : string.Concat(best.Distinct().Select(text => text.Contains('<') ? text : ParagraphMarkup.Of(text)));
    }

    private void Read(string script)
    {
        if (EmbeddedData.IsStream(script))
            Stream(script);
        else if (EmbeddedData.Whole(script) is not { } data || !ReadData(data))
            ReadLiterals(script);
    }

    private bool ReadData(string data)
    {
        if (PageJson.Parse(data) is not { } document)
            return false;
        Walk(document, "", 0, isOther: false);
        return true;
    }

    // A program that is not JSON: its strings with the names before them.
    private void ReadLiterals(string script)
    {
        for (int at = 0, end; (at = script.IndexOf('"', at)) >= 0 && (end = EndOf(script, at)) > 0; at = end)
        {
            if (end - at < LeastText || Others().IsMatch(NameBefore(script, at)) || PageJson.Parse($"[{script[at..end]}]") is not { } list)
                continue;
            var text = PageJson.String(list[0]);
            if (!EmbeddedData.Is(text) || !ReadData(text))
                Add(NameBefore(script, at), text);
        }
    }

    // Behind the quotation mark that ends a string, or -1.
    private static int EndOf(string script, int start)
    {
        for (var at = start + 1; at < script.Length; at++)
        {
            if (script[at] == '"')
                return at + 1;
            at += script[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static string NameBefore(string script, int at) => Name().Match(script[Math.Max(0, at - 60)..at]).Groups[1].Value;

    private void Stream(string script)
    {
        foreach (var row in EmbeddedData.Rows(script))
        {
            if (!row.StartsWith('{') && !row.StartsWith('['))
                Add("stream", row);
            else if (PageJson.Parse(row) is { } document)
                Walk(document, "", 0, isOther: false);
        }
    }

    private void Walk(JsonElement value, string path, int depth, bool isOther)
    {
        if (depth > MaxDepth || _values++ > MostValues)
            return;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
                Walk(property.Value, path + "." + property.Name, depth + 1, isOther || Others().IsMatch(property.Name));
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Walk(item, path + "[]", depth + 1, isOther);
        }
        else if (value.ValueKind == JsonValueKind.String && !isOther)
            WalkText(PageJson.String(value), path, depth);
    }

    private void WalkText(string text, string path, int depth)
    {
        if (EmbeddedData.Is(text) && PageJson.Parse(text) is { } inner)
            Walk(inner, path, depth + 1, isOther: false);
        else
            Add(path, text);
    }

    private void Add(string path, string text)
    {
        if (text.Length < LeastText || !Prose().IsMatch(text) || text.StartsWith("http", StringComparison.Ordinal))
            return;
        // A text node of a tree that is written as lists has its depth in its path.
        var kind = path.Contains("children", StringComparison.Ordinal) ? "children" : path;
        if (!_texts.TryGetValue(kind, out var texts))
            _texts[kind] = texts = [];
        texts.Add(text);
    }

    [GeneratedRegex(@"([\w$]+)[""']?\s*:\s*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"related|recommend|comment|popular|latest|sidebar|footer|header|nav|menu|translation|i18n|locale|message|config"
        + @"|advert|promo|newsletter|css|style|script|svg", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    // Words with spaces between them, or a script that has none.
    [GeneratedRegex(@"\p{L}+[,.]? \p{L}+[,.]? \p{L}+[,.]? \p{L}+|[\u3040-\u30FF\u3400-\u9FFF]{20}")]
    private static partial Regex Prose();
}
