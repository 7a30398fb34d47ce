using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// Text as 16-bit ids of its words: lower case, without accents and apostrophes. A number is one word with anything between its
/// digits ("1.100" is "1,100"); where words have no spaces between them, two neighbouring characters are one.
/// </summary>
internal ref struct WordIds
{
    // Longer texts are cut, so that a hostile one costs no more than a long article.
    private const int MaxCharacters = 20_000;

    // What was open before, a character written without spaces, and what is open at the end.
    private const int MostOfCharacter = 3;

    // Numbers have ids of their own, so that templates with other numbers can be told by their ids alone.
    private const int FirstNumber = 0xE000;

    private readonly Span<ushort> _ids;
    private int _count;
    private uint _hash;
    private Kind _open;
    private int _last;

    private WordIds(Span<ushort> ids) => _ids = ids;

    private enum Kind
    {
        None,
        Word,
        Number,
    }

    public static bool IsNumber(ushort id) => id >= FirstNumber;

    /// <summary>The ids in the order of the text, at most one per character.</summary>
    public static ushort[] Of(string text)
    {
        var cut = text.Length > MaxCharacters ? text[..MaxCharacters] : text;
        // FormKD also opens ligatures and full-width letters.
        var plain = NormalText.Of(cut, NormalizationForm.FormKD);
        var room = ArrayPool<ushort>.Shared.Rent(Math.Min(plain.Length, MaxCharacters) + MostOfCharacter);
        var reader = new WordIds(room);
        reader.Read(plain);
        var ids = room[..reader._count];
        ArrayPool<ushort>.Shared.Return(room);
        return ids;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && _count < MaxCharacters)
        {
            if (char.IsAsciiLetter(text[0]))
            {
                text = text[Letters(text)..];
                continue;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var units);
            Add(rune);
            text = text[units..];
        }

        Close();
    }

    // Letters of ASCII, each in lower case, as far as they go.
    private int Letters(ReadOnlySpan<char> text)
    {
        if (_open != Kind.Word)
            Close();
        var (units, hash, most) = (0, _hash, _count < MaxCharacters ? text.Length : 1);
        while (units < most && char.IsAsciiLetter(text[units]))
            hash = Mix(hash, text[units++] | 0x20);
        (_open, _hash) = (Kind.Word, hash);
        return units;
    }

    private void Add(Rune rune)
    {
        if (rune.Value == ' ')
            Close();
        else if (!rune.IsAscii && Rune.IsLetter(rune))
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
    private readonly bool GoesOn(Rune rune) => rune.Value switch
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
        _ids[_count++] = (ushort)(kind == Kind.Number ? FirstNumber + (mixed % (0x10000 - FirstNumber)) : mixed % FirstNumber);
    }

    private static uint Mix(uint hash, int character) => (hash + (uint)character + 1) * 0x9E3779B1;
}
