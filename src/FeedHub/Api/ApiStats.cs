namespace FeedHub.Api;

/// <summary><c>GET /api/stats</c>.</summary>
/// <param name="Version">FeedHub's.</param>
/// <param name="Commit">It was built from; null where nobody knows.</param>
/// <param name="Sources">All there are.</param>
/// <param name="Items">All that are stored, dropped ones too.</param>
/// <param name="Stories">Those that readers see.</param>
/// <param name="Dropped">Items that drop rules keep out of stories.</param>
/// <param name="Hidden">Stories that an admin hid.</param>
/// <param name="Polls">Since the database was made.</param>
/// <param name="Bytes">Since the database was made.</param>
public sealed record ApiStats(
    string Version, string? Commit, int Sources, long Items, long Stories, long Dropped, long Hidden, ApiPolls Polls, ApiBytes Bytes);

/// <summary>Polls since the database was made.</summary>
public sealed record ApiPolls(long Total, long Changed, long Unchanged, long Failed);

/// <summary>Bytes of bodies: received on the wire, and saved by 304s.</summary>
public sealed record ApiBytes(long Received, long Saved);
