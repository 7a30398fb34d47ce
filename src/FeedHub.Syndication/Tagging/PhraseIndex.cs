namespace FeedHub.Syndication.Tagging;

/// <summary>Finds which of many phrases stand in a text as whole words.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<(string Phrase, List<string> Words)>> _byFirstWord = [];

    public PhraseIndex(IEnumerable<string> phrases)
    {
        foreach (var words in phrases.Select(Words.Of).Where(words => words.Count > 0).DistinctBy(words => string.Join(' ', words)))
        {
            if (!_byFirstWord.TryGetValue(words[0], out var same))
                _byFirstWord.Add(words[0], same = []);
            same.Add((string.Join(' ', words), words));
        }
    }

    /// <summary>The phrases found, as joined words. A phrase does not reach over from one text into the next.</summary>
    public IReadOnlySet<string> FindIn(IEnumerable<string> texts)
    {
        var found = new HashSet<string>();
        if (_byFirstWord.Count == 0)
            return found;
        foreach (var words in texts.Select(Words.Of))
        {
            for (var at = 0; at < words.Count; at++)
                AddPhrasesAt(words, at, found);
        }

        return found;
    }

    private void AddPhrasesAt(List<string> words, int at, HashSet<string> found)
    {
        if (!_byFirstWord.TryGetValue(words[at], out var phrases))
            return;
        foreach (var (phrase, sought) in phrases)
        {
            if (at + sought.Count <= words.Count && words.Slice(at, sought.Count).SequenceEqual(sought))
                found.Add(phrase);
        }
    }
}
