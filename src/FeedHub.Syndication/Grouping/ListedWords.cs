using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>Finds words of a list in a title by their ids.</summary>
internal static class ListedWords
{
    /// <summary>Reads a list: a bar or a new line separates its alternatives, each of one word or more.</summary>
    public static ushort[][] Read(string text) =>
        [.. text.Split(['\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(words => words.Split(' ').SelectMany(WordIds.Of).ToArray())];

    /// <summary>Whether all words of one of the alternatives are in the title.</summary>
    public static bool Has(ReadOnlySpan<ushort> title, ushort[][] alternatives)
    {
        foreach (var words in alternatives)
        {
            var all = true;
            foreach (var word in words)
                all &= title.Contains(word);
            if (all)
                return true;
        }

        return false;
    }
}
