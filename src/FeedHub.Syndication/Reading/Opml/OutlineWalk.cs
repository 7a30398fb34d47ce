namespace FeedHub.Syndication.Reading.Opml;

/// <summary>Gathers feeds and the folders around them while a list is read from its first tag to its last.</summary>
internal sealed class OutlineWalk
{
    /// <summary>Folders around one feed that are kept; nobody nests more on purpose.</summary>
    private const int MostFolders = 8;

    // Null stands for an outline that is a feed: what is inside it is beside it.
    private readonly List<string?> _open = [];
    private readonly List<OpmlLine> _lines = [];
    private bool _isOpml;
    private bool _inTitle;
    private string _title = "";

    public void Start(string name, IReadOnlyList<KeyValuePair<string, string>> attributes, bool isEmpty)
    {
        _isOpml |= Is(name, "opml");
        _inTitle = Is(name, "title") && _isOpml && _title.Length == 0 && !isEmpty;
        if (!_isOpml || !Is(name, "outline"))
            return;
        var line = Line(attributes);
        if (line is not null)
            _lines.Add(line);
        if (!isEmpty)
            _open.Add(line is null ? NameOf(attributes) : null);
    }

    public void End(string name)
    {
        _inTitle = false;
        if (Is(name, "outline") && _open.Count > 0)
            _open.RemoveAt(_open.Count - 1);
    }

    public void Text(string text) => _title += _inTitle ? text : "";

    public OpmlList? Finish(Repairs repairs) => _isOpml ? new(Plain(_title), _lines, repairs.Words) : null;

    private OpmlLine? Line(IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        // Written xmlUrl, xmlURL or xmlurl; a few programs write url beside a type of feed.
        var url = Value(attributes, "xmlUrl") ?? (Value(attributes, "type") is { } type && (Is(type, "rss") || Is(type, "atom")) ? Value(attributes, "url") : null);
        return url is null ? null : new(url)
        {
            Title = NameOf(attributes),
            HtmlUrl = Value(attributes, "htmlUrl"),
            Language = Value(attributes, "language"),
            Folders = [.. _open.OfType<string>().TakeLast(MostFolders)],
            Categories = [.. (Value(attributes, "category") ?? "").Split([',', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
        };
    }

    private static string? NameOf(IReadOnlyList<KeyValuePair<string, string>> attributes) =>
        Plain(Value(attributes, "title") ?? Value(attributes, "text") ?? "");

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> attributes, string name) =>
        attributes.FirstOrDefault(a => Is(a.Key, name)).Value?.Trim() is { Length: > 0 } value ? value : null;

    private static string? Plain(string text) => HtmlText.ToPlainText(text) is { Length: > 0 } plain ? plain : null;

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
