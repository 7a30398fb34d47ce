using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// Text as 16-bit ids of its words: lower case, without accents and apostrophes. A number is one word whatever stands between its
/// digits ("1.100" is "1,100"); where words have no spaces between them, two neighbouring characters are one.
/// </summary>
internal sealed class WordIds
{
    // Longer texts are cut, so that a hostile one costs no more than a long article.
    private const int MaxCharacters = 20_000;

    // Numbers have ids of their own, so that templates with other numbers can be told by their ids alone.
    private const int FirstNumber = 0xE000;

    private readonly List<ushort> _ids = [];
    private uint _hash;
    private Kind _open;
    private int _last;

    private enum Kind
    {
        None,
        Word,
        Number,
    }

    public static bool IsNumber(ushort id) => id >= FirstNumber;

    /// <summary>The ids in the order of the text, at most one per character.</summary>
    public static List<ushort> Of(string text)
    {
        var cut = text.Length > MaxCharacters ? text[..MaxCharacters] : text;
        // FormKD also opens ligatures and full-width letters.
        var plain = NormalText.Of(cut, NormalizationForm.FormKD);
        var reader = new WordIds();
        foreach (var rune in plain.EnumerateRunes())
        {
            if (reader._ids.Count >= MaxCharacters)
                break;
            reader.Add(rune);
        }

        reader.Close();
        return reader._ids;
    }

    private void Add(Rune rune)
    {
        var c = rune.Value;
        if (c < 128 ? char.IsAsciiLetter((char)c) : Rune.IsLetter(rune))
            AddLetter(rune);
        else if (Rune.IsDigit(rune))
            Go(Kind.Number, (int)Rune.GetNumericValue(rune) + '0');
        else if (!GoesOn(rune))
            Close();
    }

    private void AddLetter(Rune rune)
    {
        if (!Scripts.IsWrittenWithoutSpaces(rune.Value))
        {
            Go(Kind.Word, Rune.ToLowerInvariant(rune).Value);
            return;
        }

        Finish();
        Add(_last == 0 ? Mix(0, rune.Value) : Mix(Mix(0, _last), rune.Value), Kind.Word);
        _last = rune.Value;
    }

    // Inside a word an apostrophe and an accent, inside a number a point and a comma, do not end it.
    private bool GoesOn(Rune rune) => rune.Value switch
    {
        '\'' or '’' => _open == Kind.Word,
        '.' or ',' => _open == Kind.Number,
        < 128 => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format,
    };

    private void Go(Kind kind, int character)
    {
        if (_open != kind)
            Close();
        _open = kind;
        _hash = Mix(_hash, character);
    }

    private void Close()
    {
        Finish();
        _last = 0;
    }

    private void Finish()
    {
        if (_open != Kind.None)
            Add(_hash, _open);
        (_open, _hash) = (Kind.None, 0);
    }

    private void Add(uint hash, Kind kind)
    {
        var mixed = Hashing.Mix(hash);
        _ids.Add((ushort)(kind == Kind.Number ? FirstNumber + (mixed % (0x10000 - FirstNumber)) : mixed % FirstNumber));
    }

    private static uint Mix(uint hash, int character) => (hash + (uint)character + 1) * 0x9E3779B1;
}
