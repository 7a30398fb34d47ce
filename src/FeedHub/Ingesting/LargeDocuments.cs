using FeedHub.Storage;

namespace FeedHub.Ingesting;

/// <summary>What of a document was taken in before its last piece.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Listing">Its items: id and content hash of each.</param>
/// <param name="Arrivals">When those that are new were published.</param>
/// <param name="Renamed">Those that were recognised by their titles alone.</param>
public sealed record EarlyPieces(IngestResult Result, IReadOnlyList<long[]> Listing, IReadOnlyList<DateTimeOffset> Arrivals, int Renamed)
{
    /// <summary>The whole document is one piece.</summary>
    public static readonly EarlyPieces None = new(default, [], [], 0);
}

/// <summary>
/// Takes the older part of a large document in by pieces, each in a transaction of its own, so that the polls of others have their
/// turns between. Validators are stored with the last piece alone: after a crash the document is asked for again.
/// </summary>
public sealed class LargeDocuments(DatabaseWriter writer, LiveStories stories)
{
    private const int Piece = 500;

    /// <summary>Stores all but the newest piece; returns what came of it, and what is left.</summary>
    public async Task<(Taken Newest, EarlyPieces Early)> TakeOlderAsync(long sourceId, Taken taken, DateTimeOffset now)
    {
        var early = EarlyPieces.None;
        while (taken.Document is { Items.Count: > Piece } document)
        {
            // Newest first: the oldest stand at the end.
            var older = document with { Items = [.. document.Items.Skip(document.Items.Count - Piece)] };
            var before = early;
            early = await writer.RunAsync(session => Take(session, sourceId, older, before, now), CancellationToken.None);
            taken = taken with { Document = document with { Items = [.. document.Items.Take(document.Items.Count - Piece)] } };
        }

        return (taken, early);
    }

    private EarlyPieces Take(WriteSession session, long sourceId, ReadyDocument piece, EarlyPieces before, DateTimeOffset now)
    {
        var ingestion = new Ingestion(session, stories, sourceId, now, before);
        var result = before.Result + ingestion.Take(piece, whole: false);
        return new(result, ingestion.Listing, ingestion.Arrivals, ingestion.Renamed);
    }
}
