using FeedHub.Storage;

namespace FeedHub.Ingesting;

/// <summary>
/// Takes the older part of a large document in by pieces, each in a transaction of its own, so that the polls of others have their
/// turns between. Validators are stored with the last piece alone: after a crash the document is asked for again.
/// </summary>
public sealed class LargeDocuments(DatabaseWriter writer)
{
    private const int Piece = 500;

    /// <summary>Stores all but the newest piece; returns what came of it, and what is left.</summary>
    public async Task<(Taken Newest, IngestResult Early)> TakeOlderAsync(long sourceId, Taken taken, DateTimeOffset now)
    {
        var early = default(IngestResult);
        while (taken.Document is { Items.Count: > Piece } document)
        {
            // Newest first: the oldest stand at the end.
            var older = document with { Items = [.. document.Items.Skip(document.Items.Count - Piece)] };
            early += await writer.RunAsync(session => new Ingestion(session, sourceId, now).Take(older), CancellationToken.None);
            taken = taken with { Document = document with { Items = [.. document.Items.Take(document.Items.Count - Piece)] } };
        }

        return (taken, early);
    }
}
