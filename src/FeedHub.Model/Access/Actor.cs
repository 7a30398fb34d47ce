namespace FeedHub.Model.Access;

/// <summary>
/// Who makes a change: a person or a program that a request came from, feeds.json, or FeedHub itself. It flows with the call, so that
/// what changes something need not be told who asked for it.
/// </summary>
public sealed class Actor(string name, string? role = null, string? address = null, bool mayChange = true)
{
    private static readonly AsyncLocal<Actor?> Ambient = new();
    private static readonly Actor FeedHub = new("FeedHub");

    /// <summary>Who acts in this call; FeedHub itself where nobody asked.</summary>
    public static Actor Current => Ambient.Value ?? FeedHub;

    /// <summary>A person's or key's name, or what acts.</summary>
    public string Name { get; } = name;

    /// <summary>Role of a person or key; null for what is neither.</summary>
    public string? Role { get; } = role;

    /// <summary>Where the request came from; null where there was none.</summary>
    public string? Address { get; } = address;

    /// <summary>False for those who only look.</summary>
    public bool MayChange { get; } = mayChange;

    /// <summary>Whether an entry of this actor's has been written.</summary>
    public bool IsNoted { get; internal set; }

    /// <summary>Says that nothing was done: a question is asked first, or nothing could be. So nothing is written down.</summary>
    public void DoesNothing()
    {
        // FeedHub itself asks for many things.
        if (this != FeedHub)
            IsNoted = true;
    }

    /// <summary>Whether all was so before what this actor asked for.</summary>
    public bool HasChangedNothing { get; private set; }

    /// <summary>Says that what was asked for was so before. So nothing is written down, and the next page says that nothing
    /// changed.</summary>
    public void ChangesNothing()
    {
        DoesNothing();
        HasChangedNothing = this != FeedHub;
    }

    /// <summary>Acts as this actor until the task ends.</summary>
    public async Task<T> ActAsync<T>(Func<Task<T>> act)
    {
        Ambient.Value = this;
        return await act();
    }

    /// <summary>Acts as this actor until the task ends.</summary>
    public async Task ActAsync(Func<Task> act)
    {
        Ambient.Value = this;
        await act();
    }
}
