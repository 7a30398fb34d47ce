using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>What of a document was stored before its last piece.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Listing">Its items: id and content hash of each.</param>
/// <param name="PublishedDates">When those that are new were published.</param>
/// <param name="Renamed">Those that were recognised by their titles alone.</param>
public sealed record EarlyPieces(
    IngestResult Result, IReadOnlyList<long[]> Listing, IReadOnlyList<DateTimeOffset> PublishedDates, int Renamed)
{
    /// <summary>The whole document is one piece.</summary>
    public static readonly EarlyPieces None = new(default, [], [], 0);
}

/// <summary>
/// Stores documents, large ones by pieces, oldest first, each in a transaction of its own, so that the polls of others have their turns
/// between. Validators are stored with the last piece alone: after a crash the document is asked for again.
/// </summary>
public sealed class LargeDocuments(DatabaseWriter writer, FeedReader reader, Ingesters ingesters, TimeProvider time)
{
    /// <summary>Items that one transaction stores at most.</summary>
    public const int Piece = 500;

    /// <summary>Stores all of a document, each piece with the categories of the moment; returns what storing its newest piece came
    /// to.</summary>
    /// <param name="source">Whose it is.</param>
    /// <param name="read">What was read, and prepared.</param>
    /// <param name="known">What is known of the items that the source listed last.</param>
    /// <param name="store">Stores the newest piece, given what came of the others.</param>
    public async Task<T> StoreAsync<T>(
        Source source,
        FeedReadResult read,
        KnownListing known,
        Func<WriteSession, FeedReadResult, EarlyPieces, T> store)
    {
        var (early, now) = (EarlyPieces.None, time.GetUtcNow());
        while (read.Document is { Items.Count: > Piece } document)
        {
            // Newest first: the oldest stand at the end.
            var rest = document.Items.Count - Piece;
            var (older, before) = (read with { Document = document with { Items = [.. document.Items.Skip(rest)] } }, early);
            early = await WriteAsync(source, older, known, (session, piece) =>
                IngestPiece(session, source, piece.Document!, before, now));
            read = read with { Document = document with { Items = [.. document.Items.Take(rest)] } };
        }

        return await WriteAsync(source, read, known, (session, newest) => store(session, newest, early));
    }

    // Rules may change while a piece waits for the writer. It is then prepared again beside the writer, which nobody waits for meanwhile.
    private async Task<T> WriteAsync<T>(Source source, FeedReadResult piece, KnownListing known,
        Func<WriteSession, FeedReadResult, T> store)
    {
        while (true)
        {
            piece = reader.Renew(piece, source, known, time.GetUtcNow());
            var current = piece;

            // What was read is stored even while FeedHub stops: it may never be asked for again.
            var (isStored, result) = await writer.RunAsync(
                session => reader.IsCurrent(current) ? (true, store(session, current)) : (false, default(T)), CancellationToken.None);
            if (isStored)
                return result!;
        }
    }

    private EarlyPieces IngestPiece(WriteSession session, Source source, ReadyDocument piece, EarlyPieces before, DateTimeOffset now)
    {
        var ingester = ingesters.For(session, source, now, before);
        var result = before.Result + ingester.Ingest(piece, whole: false);
        return new(result, ingester.Listing, ingester.PublishedDates, ingester.Renamed);
    }
}
