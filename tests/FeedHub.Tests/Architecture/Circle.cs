namespace FeedHub.Tests.Architecture;

/// <summary>Finds what uses itself by way of others.</summary>
internal static class Circle
{
    /// <summary>The uses that lie on or between circles: what is left once all that leads out of none, or into none, is taken
    /// away.</summary>
    public static IReadOnlyList<(string From, string To)> Among(IEnumerable<(string From, string To)> uses)
    {
        var left = uses.Distinct().ToList();
        while (left.RemoveAll(use => !left.Exists(next => next.From == use.To) || !left.Exists(last => last.To == use.From)) > 0)
        {
        }

        return left;
    }
}
