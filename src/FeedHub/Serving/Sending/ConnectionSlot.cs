namespace FeedHub.Serving.Sending;

/// <summary>A connection, or a request of one that carries many. <see cref="ConnectionSlots"/> alone changes it, under its lock.</summary>
/// <param name="client">Who is connected.</param>
/// <param name="abort">Ends it at once.</param>
internal sealed class ConnectionSlot(string client, Action abort)
{
    public string Client => client;

    /// <summary>Requests that are being answered.</summary>
    public int Requests { get; set; }

    /// <summary>Timestamp from which on it has waited for the other side, or from which on it has been at work.</summary>
    public long Since { get; set; }

    /// <summary>An answer waits for its reader.</summary>
    public bool IsStalled { get; set; }

    /// <summary>It was asked to end.</summary>
    public bool IsGone { get; set; }

    /// <summary>The request that is being answered has a body, which may come slowly.</summary>
    public bool ReadsBody { get; set; }

    /// <summary>What waits here for the reader, and how many bytes of memory that is; several places may hold the same.</summary>
    public (object What, long Bytes)? Held { get; set; }

    /// <summary>Nothing is done for it until the other side reads or asks.</summary>
    public bool IsWaiting => IsStalled || Requests == 0;

    public void Abort() => abort();
}
