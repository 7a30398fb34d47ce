namespace FeedHub.Syndication.Reading.Again;

/// <summary>
/// Reads of a document only the items that its source's last document did not have: the rest is taken out of its bytes before they are
/// read. Where that could give another result than the whole document, nothing is read, and the whole must be.
/// </summary>
internal static class NewItems
{
    /// <summary>The feed with its new items alone, and <see cref="ParsedFeed.RawHashes"/> of all; or null.</summary>
    public static ParsedFeed? Read(RawItems raw, ReadOptions options, LastDocument last)
    {
        if (options.Truncated)
            return null;
        var hashes = raw.Hashes;
        var fresh = hashes.Count(hash => !last.ByRaw.ContainsKey(hash));
        if (fresh * 2 > hashes.Count || raw.SharesDescription(last.ByRaw))
            return null;
        var feed = ReadRest(raw.Without(last.ByRaw), options with { TitlesAreMarkup = raw.TitlesAreMarkup });
        return feed is { Repairs.Count: 0, Problems.Count: 0 } && feed.Frame == last.Frame && feed.Items.Count == fresh
            ? feed with { RawHashes = hashes }
            : null;
    }

    private static ParsedFeed? ReadRest(byte[] rest, ReadOptions options)
    {
        try
        {
            return FeedDocument.ReadWhole(rest, options);
        }
        catch (FeedReadException)
        {
            // The whole document says what is wrong with it.
            return null;
        }
    }
}
