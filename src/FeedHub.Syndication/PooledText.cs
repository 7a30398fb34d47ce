using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace FeedHub.Syndication;

/// <summary>A text in the making whose memory is lent by a pool and goes back to it: nothing of it may be used after
/// <see cref="Dispose"/>.</summary>
/// <param name="capacity">How many UTF-16 units are expected; it grows where they are more.</param>
internal ref struct PooledText(int capacity)
{
    private char[] _units = ArrayPool<char>.Shared.Rent(capacity);

    /// <summary>How many units there are; a smaller number takes the last ones away.</summary>
    public int Length { get; set; }

    /// <summary>What was written.</summary>
    public readonly ReadOnlySpan<char> Written => _units.AsSpan(0, Length);

    /// <summary>Adds one unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(char unit)
    {
        if (Length == _units.Length)
            Grow(1);
        _units[Length++] = unit;
    }

    /// <summary>Adds units.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    /// <summary>Adds a character.</summary>
    public void Append(Rune rune) => Length += rune.EncodeToUtf16(Room(2));

    /// <summary>Room for so many units more, to be counted in <see cref="Length"/> by who writes there.</summary>
    public Span<char> Room(int units)
    {
        if (_units.Length - Length < units)
            Grow(units);
        return _units.AsSpan(Length);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_units);
        (_units, Length) = ([], 0);
    }

    private void Grow(int units)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_units.Length * 2, Length + units));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_units);
        _units = larger;
    }
}
