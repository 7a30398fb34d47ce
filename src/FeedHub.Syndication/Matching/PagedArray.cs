using System.Runtime.CompilerServices;

namespace FeedHub.Syndication.Matching;

/// <summary>An array that grows page by page, so that growing neither copies nor reserves what is not used.</summary>
/// <param name="stride">Elements per slot.</param>
internal sealed class PagedArray<T>(int stride)
    where T : unmanaged
{
    private const int SlotBits = 10;
    private const int SlotsPerPage = 1 << SlotBits;

    private readonly List<T[]> _pages = [];

    public long Bytes => (long)_pages.Count * SlotsPerPage * stride * Unsafe.SizeOf<T>();

    public Span<T> this[int slot] => _pages[slot >> SlotBits].AsSpan((slot & (SlotsPerPage - 1)) * stride, stride);

    /// <summary>Makes room for slots below <paramref name="count"/>.</summary>
    public void Grow(int count)
    {
        while (_pages.Count * SlotsPerPage < count)
            _pages.Add(new T[SlotsPerPage * stride]);
    }
}
