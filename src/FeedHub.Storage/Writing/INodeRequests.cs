namespace FeedHub.Storage.Writing;

/// <summary>What nodes ask of the owner: it stands in the database until it is done, by the owner of that moment.</summary>
public interface INodeRequests
{
    /// <summary>Writes a request down; returns its key, or null where too many wait already.</summary>
    /// <param name="request">Sealed.</param>
    long? Ask(byte[] request);

    /// <summary>How far it is.</summary>
    NodeAnswer Look(long id);

    /// <summary>Nobody waits for it any more, and it is not to be done: false if the owner has begun.</summary>
    bool Withdraw(long id);

    /// <summary>The oldest that wait, for the owner, which has them from now on: those that another owner had begun too.</summary>
    IReadOnlyList<DequeuedRequest> Dequeue(int most);

    /// <summary>The owner has done one.</summary>
    void Answer(long id, byte[] answer);
}

/// <summary>What the owner is asked for.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Request">Sealed.</param>
/// <param name="HasChanged">Whether an owner that ended before it could answer has changed something by it: it is not done again.</param>
public sealed record DequeuedRequest(long Id, byte[] Request, bool HasChanged);

/// <summary>What came of a request.</summary>
/// <param name="Begun">Whether an owner has taken it.</param>
/// <param name="Answer">Sealed; null: none yet.</param>
public sealed record NodeAnswer(bool Begun, byte[]? Answer);
