namespace FeedHub.Syndication.Reading.Markup;

/// <summary>The elements that are open while a broken document is read.</summary>
internal sealed class OpenElements
{
    private readonly List<(string Name, PrefixScope Scope)> _stack = [];

    // How often each name is open, so that a stray end tag costs no search.
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _stack.Count;

    public PrefixScope? Scope => _stack.Count > 0 ? _stack[^1].Scope : null;

    public void Push(string name, PrefixScope scope)
    {
        _stack.Add((name, scope));
        _names[name] = _names.GetValueOrDefault(name) + 1;
    }

    /// <summary>True if an item begins before the one before it was closed.</summary>
    public bool NeedsItemClosed(string name) => name is "item" or "entry" && _names.GetValueOrDefault(name) > 0;

    /// <summary>Closes the innermost element of this name and all inside it; returns how many, 0 if none is open.</summary>
    public int PopTo(string name)
    {
        if (_names.GetValueOrDefault(name) == 0)
            return 0;
        var count = 0;
        string popped;
        do
        {
            popped = _stack[^1].Name;
            _stack.RemoveAt(_stack.Count - 1);
            _names[popped]--;
            count++;
        }
        while (!popped.Equals(name, StringComparison.OrdinalIgnoreCase));
        return count;
    }
}
