namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Searches forward and remembers what is not to be found, so that many vain searches cost no more than one.</summary>
internal sealed class Seeker(string text)
{
    private readonly HashSet<string> _absent = [];

    /// <summary>The place after the next <paramref name="what"/>, or null if there is none from here to the end.</summary>
    public int? After(string what, int from)
    {
        if (_absent.Contains(what))
            return null;
        var at = text.IndexOf(what, from, StringComparison.Ordinal);
        if (at >= 0)
            return at + what.Length;
        _absent.Add(what);
        return null;
    }
}
