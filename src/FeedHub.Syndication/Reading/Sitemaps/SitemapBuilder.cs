using System.Net;
using System.Text;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>Makes entries of the pieces of a sitemap. Elements need neither be closed nor stand in their root.</summary>
internal sealed class SitemapBuilder(EntryReader reader, Action<ReadEntry?> take)
{
    // Nothing that a leaf says is longer.
    private const int LongestText = 64 * 1024;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _written = new();
    private RawEntry? _entry;
    private string? _group;
    private bool _isClosed;

    /// <summary>The leaf that is open, or null.</summary>
    public string? Leaf { get; private set; }

    public SitemapKind Kind { get; private set; }

    public string? Publication { get; private set; }

    public bool IsCut { get; private set; }

    public void Add(SitemapPiece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Start:
                Start(piece.Value);
                break;
            case PieceKind.End:
                Ended(piece.Value);
                break;
            case PieceKind.Text when _text.Length + _written.Length < LongestText:
                _written.Append(piece.Value);
                break;
            case PieceKind.Literal when _text.Length + _written.Length < LongestText:
                Settle();
                _text.Append(piece.Value);
                break;
        }
    }

    /// <summary>The document is over: what it ends in counts where nothing of it can be missing that readers would see.</summary>
    public void End()
    {
        IsCut = !_isClosed && Kind != SitemapKind.None;
        if (_entry is { Address: not null } entry && (!entry.IsNews || entry is { Title: not null, Published: not null }))
            Flush();
    }

    private void Start(string name)
    {
        CloseLeaf(Leaf);
        if (name is "urlset" or "sitemapindex")
            Kind = name == "urlset" ? SitemapKind.Pages : SitemapKind.Index;
        else if (name is "url" or "sitemap")
            Begin(name);
        else if (SitemapNames.IsLeaf(name))
            Leaf = name;
        else if (name is "news" or "image" or "video" && _entry is not null)
            Enter(name);
    }

    private void Begin(string name)
    {
        Flush();
        _entry = new();
        if (Kind == SitemapKind.None)
            Kind = name == "url" ? SitemapKind.Pages : SitemapKind.Index;
    }

    private void Enter(string name)
    {
        _group = name;
        _entry!.IsNews |= name == "news";
    }

    private void Ended(string name)
    {
        CloseLeaf(name);
        if (name is "urlset" or "sitemapindex")
            _isClosed = true;
        else if (name is "url" or "sitemap")
            Flush();
        else if (name == _group)
            _group = null;
    }

    // A leaf ends with its own tag, or with any other of a sitemap's.
    private void CloseLeaf(string? name)
    {
        if (Leaf is not { } leaf || name is null)
            return;
        Settle();
        var text = _text.ToString().Trim();
        _text.Clear();
        Leaf = null;
        if (text.Length == 0)
            return;
        if (leaf == "name" && _group == "news")
            Publication ??= Values.Told(Bounds.Cut(text));
        else
            _entry?.Take(_group, leaf, text);
    }

    // A reference may stand across two pieces.
    private void Settle()
    {
        if (_written.Length == 0)
            return;
        _text.Append(WebUtility.HtmlDecode(_written.ToString()));
        _written.Clear();
    }

    private void Flush()
    {
        if (_entry is { } entry)
            take(reader.Read(entry));
        (_entry, _group) = (null, null);
    }
}
