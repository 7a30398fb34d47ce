using System.Text;

namespace FeedHub.Sources.Declaration;

/// <summary>Lines and columns of a UTF-8 text, both from 1, the column in UTF-16 characters as most editors count.</summary>
internal sealed class FilePositions
{
    private readonly byte[] _utf8;
    private readonly List<int> _lineStarts = [0];

    public FilePositions(byte[] utf8)
    {
        _utf8 = utf8;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Where the byte at <paramref name="offset"/> stands.</summary>
    public (int Line, int Column) At(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return InLine(line, offset - _lineStarts[line]);
    }

    /// <summary>The same for a line (from 0) and a byte in it, as System.Text.Json tells them.</summary>
    public (int Line, int Column) InLine(int line, int bytes)
    {
        var start = _lineStarts[line];
        var length = Math.Min(bytes, _utf8.Length - start);
        return (line + 1, Encoding.UTF8.GetCharCount(_utf8, start, length) + 1);
    }
}
