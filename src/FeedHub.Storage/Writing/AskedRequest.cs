namespace FeedHub.Storage.Writing;

/// <summary>
/// The request of another node that the owner answers just now. What it changes and that it changed something are one transaction: who
/// stores after an owner that ended begins no request again that has changed something.
/// </summary>
public static class AskedRequest
{
    private static readonly AsyncLocal<long?> Now = new();

    /// <summary>Its key; null: what is done here nobody asked of another node.</summary>
    public static long? Current
    {
        get => Now.Value;
        set => Now.Value = value;
    }
}
