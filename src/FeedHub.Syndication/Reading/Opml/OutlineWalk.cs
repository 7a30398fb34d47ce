namespace FeedHub.Syndication.Reading.Opml;

/// <summary>Gathers feeds and the folders around them while a list is read from its first tag to its last.</summary>
internal sealed class OutlineWalk
{
    /// <summary>Folders around one feed that are kept, from the outermost: one more than FeedHub has, so that it can be told of.</summary>
    private const int MostFolders = 11;

    // More attributes than FeedHub has cannot all be its own.
    private const int MostOwn = 20;

    private readonly List<OpenOutline> _open = [];

    // Names of those of them that are folders: what is inside a feed is beside it.
    private readonly List<string> _folders = [];
    private readonly List<OpmlLine> _lines = [];
    private bool _isOpml;
    private bool _inTitle;
    private string _title = "";

    /// <summary>A tag begins.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="isEmpty">Whether it ends in itself.</param>
    /// <param name="isCut">Whether the next tag begins inside it: then nothing closes it, unless it is a folder.</param>
    public void Start(string name, IReadOnlyList<KeyValuePair<string, string>> attributes, bool isEmpty, bool isCut = false)
    {
        _isOpml |= Is(name, "opml");
        _inTitle = Is(name, "title") && _isOpml && _title.Length == 0 && !isEmpty;
        if (!_isOpml || !Is(name, "outline"))
            return;
        if (_open.Count > 0)
            _open[^1].HasOutlines = true;
        var line = Line(attributes);
        var isFeed = line.XmlUrl.Length > 0;
        if (isFeed || isEmpty)
            _lines.Add(line);
        if (!isEmpty && !(isCut && isFeed))
            Open(line, isFeed);
    }

    public void End(string name)
    {
        _inTitle = false;
        if (!Is(name, "outline") || _open.Count == 0)
            return;
        KeepIfLeaf(_open[^1]);
        if (_open[^1].IsNamedFolder)
            _folders.RemoveAt(_folders.Count - 1);
        _open.RemoveAt(_open.Count - 1);
    }

    public void Text(string text) => _title += _inTitle ? text : "";

    public OpmlList? Finish(Repairs repairs)
    {
        _open.ForEach(KeepIfLeaf);
        _open.Clear();
        return _isOpml ? new(OutlineText.Plain(_title), _lines, repairs.Reasons) : null;
    }

    private void Open(OpmlLine line, bool isFeed)
    {
        var outline = new OpenOutline(line, isFeed);
        _open.Add(outline);
        if (outline.IsNamedFolder)
            _folders.Add(line.Title!);
    }

    // No feed and no folder either: the person who gave the list is told.
    private void KeepIfLeaf(OpenOutline outline)
    {
        if (!outline.IsFeed && !outline.HasOutlines)
            _lines.Add(outline.Line);
    }

    private OpmlLine Line(IReadOnlyList<KeyValuePair<string, string>> attributes) => new(AddressOf(attributes) ?? "")
    {
        Title = OutlineText.Plain(Value(attributes, "title")) ?? OutlineText.Plain(Value(attributes, "text")),
        HtmlUrl = Value(attributes, "htmlUrl"),
        Language = Value(attributes, "language"),
        Folders = [.. _folders.Take(MostFolders)],
        Categories = [.. (Value(attributes, "category") ?? "").Split(
            [',', '/'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
        Own = attributes.Where(a => a.Key.StartsWith(OpmlReader.OwnPrefix, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(a => a.Key, StringComparer.OrdinalIgnoreCase).Take(MostOwn)
            .ToDictionary(a => a.Key[OpmlReader.OwnPrefix.Length..].ToLowerInvariant(), a => a.Value.Trim()),
    };

    // Written xmlUrl, xmlURL or xmlurl; a few programs write url beside a type of feed.
    private static string? AddressOf(IReadOnlyList<KeyValuePair<string, string>> attributes) =>
        Value(attributes, "xmlUrl") ?? (Value(attributes, "type") is { } type && (Is(type, "rss") || Is(type, "atom"))
            ? Value(attributes, "url")
            : null);

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> attributes, string name) =>
        attributes.FirstOrDefault(a => Is(a.Key, name)).Value?.Trim() is { Length: > 0 } value ? value : null;

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private sealed record OpenOutline(OpmlLine Line, bool IsFeed)
    {
        public bool HasOutlines { get; set; }

        public bool IsNamedFolder => !IsFeed && Line.Title is not null;
    }
}
