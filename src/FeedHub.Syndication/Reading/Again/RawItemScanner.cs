namespace FeedHub.Syndication.Reading.Again;

/// <summary>Goes from tag to tag through the bytes of an XML document, past comments, CDATA and instructions (XML 1.0, 2.4 to
/// 2.8).</summary>
internal ref struct RawItemScanner(ReadOnlySpan<byte> body)
{
    private static readonly byte[][] Names = ["item"u8.ToArray(), "entry"u8.ToArray()];

    private readonly ReadOnlySpan<byte> _body = body;
    private readonly List<Range> _found = [];
    private byte[]? _open;
    private int _start;
    private int _at;

    /// <summary>The place of each item; null where they cannot be told.</summary>
    public List<Range>? Scan()
    {
        while (_body[_at..].IndexOf((byte)'<') is >= 0 and var next)
        {
            _at += next;
            if (!Pass())
                return null;
        }

        return _open is null ? _found : null;
    }

    // Stands at a '<'; false where items cannot be told.
    private bool Pass()
    {
        var rest = _body[_at..];
        if (rest.StartsWith("<!--"u8))
            return PassOver("-->"u8);
        if (rest.StartsWith("<![CDATA["u8))
            return PassOver("]]>"u8);
        if (rest.StartsWith("<?"u8))
            return PassOver("?>"u8);
        if (rest.StartsWith("<!"u8))
            return PassOverDeclaration(rest);
        return rest.StartsWith("</"u8) ? End(rest) : Start(rest);
    }

    // What a document declares of its own may stand for markup.
    private bool PassOverDeclaration(ReadOnlySpan<byte> rest) =>
        rest.IndexOf((byte)'>') is >= 0 and var end && !rest[..end].Contains((byte)'[') && PassOver(">"u8);

    private bool PassOver(ReadOnlySpan<byte> end)
    {
        var length = _body[_at..].IndexOf(end);
        if (length < 0)
            return false;
        _at += length + end.Length;
        return true;
    }

    private bool Start(ReadOnlySpan<byte> rest)
    {
        var name = NameAt(rest[1..]);
        if (name is not null && (_open is null || _open == name))
        {
            // One in another, or one without content: not what feeds look like.
            if (_open is not null || rest[..(rest.IndexOf((byte)'>') + 1)].EndsWith("/>"u8))
                return false;
            (_open, _start) = (name, _at);
        }

        _at++;
        return true;
    }

    private bool End(ReadOnlySpan<byte> rest)
    {
        if (_open is not null && NameAt(rest[2..]) == _open)
        {
            if (!PassOver(">"u8))
                return false;
            _found.Add(_start.._at);
            _open = null;
            return true;
        }

        _at++;
        return true;
    }

    private static byte[]? NameAt(ReadOnlySpan<byte> text)
    {
        foreach (var name in Names)
        {
            if (text.StartsWith(name) && text.Length > name.Length && " \t\r\n/>"u8.Contains(text[name.Length]))
                return name;
        }

        return null;
    }
}
