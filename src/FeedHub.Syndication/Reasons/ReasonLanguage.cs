using System.Collections.Frozen;

namespace FeedHub.Syndication.Reasons;

/// <summary>A language in which reasons are shown. A further one is a table of words beside the two here.</summary>
public sealed class ReasonLanguage
{
    private readonly FrozenDictionary<ReasonCode, ReasonWords> _words;
    private readonly bool _hasDecimalComma;

    private ReasonLanguage(string tag, IReadOnlyDictionary<ReasonCode, string> words, bool hasDecimalComma = false)
    {
        (Tag, _hasDecimalComma) = (tag, hasDecimalComma);
        _words = words.ToFrozenDictionary(pair => pair.Key, pair => new ReasonWords(pair.Value));
    }

    /// <summary>What programs, logs and the dashboard get.</summary>
    public static ReasonLanguage English { get; } = new("en", EnglishWords.All);

    /// <summary>Indonesian.</summary>
    public static ReasonLanguage Indonesian { get; } = new("id", IndonesianWords.All, hasDecimalComma: true);

    /// <summary>Its tag by BCP 47.</summary>
    public string Tag { get; }

    /// <summary>The codes that it has words for.</summary>
    internal IEnumerable<ReasonCode> Codes => _words.Keys;

    /// <summary>The language of this tag; English where there is none.</summary>
    public static ReasonLanguage Of(string tag) => tag == Indonesian.Tag ? Indonesian : English;

    /// <summary>The words of a code.</summary>
    internal ReasonWords WordsOf(ReasonCode code) => _words[code];

    /// <summary>A number as it is stored, such as <c>1,000.5</c>, as the language writes it.</summary>
    internal string Number(string stored) => _hasDecimalComma
        ? string.Concat(stored.Select(sign => sign switch { '.' => ',', ',' => '.', _ => sign }))
        : stored;
}
