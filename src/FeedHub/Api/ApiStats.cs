namespace FeedHub.Api;

/// <summary><c>GET /api/stats</c>.</summary>
public sealed record ApiStats(int Sources, long Items, long Stories, ApiPolls Polls, ApiBytes Bytes);

/// <summary>Polls since the database was made.</summary>
public sealed record ApiPolls(long Total, long Changed, long Unchanged, long Failed);

/// <summary>Bytes of bodies: received on the wire, and saved by 304s.</summary>
public sealed record ApiBytes(long Received, long Saved);
