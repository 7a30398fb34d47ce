using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>What a page says in <c>meta</c> and <c>link</c> elements, by name, in their order.</summary>
internal sealed class Metas
{
    private const int Most = 2_000;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    private Metas(PageNode root)
    {
        foreach (var node in root.All().Where(node => node.Name is "meta" or "link").Take(Most))
            Add(node);
    }

    public static Metas Of(PageNode root) => new(root);

    /// <summary>All values of a name that say something, white space folded.</summary>
    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    /// <summary>All values of the names that an expression means.</summary>
    public IEnumerable<string> Like(Regex name) => _values.Where(meta => name.IsMatch(meta.Key)).SelectMany(meta => meta.Value);

    /// <summary>The first value of the first of these names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
                return values[0];
        }

        return null;
    }

    private void Add(PageNode node)
    {
        if (node.Name == "link")
        {
            foreach (var rel in (node["rel"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add("link:" + rel, node["href"]);
            return;
        }

        var content = node["content"] ?? node["value"];
        foreach (var name in (string?[])[node["property"], node["name"], node["itemprop"] is { } item
            ? "itemprop:" + item
            : null, node["http-equiv"]])
            Add(name, content);
    }

    private void Add(string? name, string? content)
    {
        if (string.IsNullOrWhiteSpace(name) || content is null || Spaces.Fold(content) is not { Length: > 0 } value)
            return;
        name = name.Trim();
        if (!_values.TryGetValue(name, out var values))
            _values[name] = values = [];
        values.Add(value);
    }
}
