namespace FeedHub.Hub;

/// <summary>What is done in a line of its own, so that nothing of another kind waits for it.</summary>
internal enum HubLane
{
    /// <summary>A subscriber is asked for the first time whether it meant it.</summary>
    Verify,

    /// <summary>The same for one that was silent before.</summary>
    VerifySlow,

    /// <summary>A push to a subscriber that has taken the last one at once.</summary>
    PushKnown,

    /// <summary>A push to a subscriber of which nothing is known yet.</summary>
    PushNew,

    /// <summary>A push to a subscriber that takes its time.</summary>
    PushSlow,
}

/// <summary>A call to a subscriber that is to be made.</summary>
/// <param name="Lane">Its line.</param>
/// <param name="Id">Key of the request that is verified, or of the subscriber that is told.</param>
/// <param name="Host">The callback's host.</param>
/// <param name="Requester">Who asked for it, as far as limits go; empty where that is not known.</param>
internal sealed record HubCall(HubLane Lane, long Id, string Host, string Requester)
{
    /// <summary>How long who makes it has it alone. Not longer: a worker that claimed something and ended is followed by another.</summary>
    public static TimeSpan Claim => Callbacks.Limit * 3;

    /// <summary>Whether it is a push.</summary>
    public bool IsPush => Lane is HubLane.PushKnown or HubLane.PushNew or HubLane.PushSlow;

    /// <summary>Whether it may take <see cref="Callbacks.Limit"/> rather than <see cref="Callbacks.FastLimit"/>.</summary>
    public bool IsPatient => Lane is HubLane.VerifySlow or HubLane.PushSlow;

    /// <summary>The most time that it takes.</summary>
    public TimeSpan Limit => IsPatient ? Callbacks.Limit : Callbacks.FastLimit;
}
