using FeedHub.Model.Stories;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Publishing.Pages;

/// <summary>Pages as bytes, rendered once for each view and language until a story changes. Bounded.</summary>
public sealed class RenderedPages(StoryChanges changes) : IDisposable
{
    private const long MaxCachedBytes = 16 * 1024 * 1024;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MaxCachedBytes });

    /// <summary>The page of that name, from memory if nothing changed since it was rendered.</summary>
    public async Task<RenderedFeed> GetAsync(string name, Func<Task<RenderedFeed>> render)
    {
        // Read first: what changes while the page is rendered makes it stale, at worst once too often.
        var version = changes.Version;
        var known = _pages.Get<Kept>(name);
        if (known?.Version == version)
            return known.Page;
        var rendered = await render();
        var page = known?.Page.Follow(rendered) ?? rendered;
        _pages.Set(name, new Kept(page, version), new MemoryCacheEntryOptions { Size = page.Size + (2 * name.Length) });
        return page;
    }

    /// <inheritdoc/>
    public void Dispose() => _pages.Dispose();

    private sealed record Kept(RenderedFeed Page, long Version);
}
