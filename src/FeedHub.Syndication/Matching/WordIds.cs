using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// Text as 16-bit ids of its words: lower case, without accents and apostrophes, in one of their spellings (<see cref="Spellings"/>). A
/// number is one word with anything between its digits ("1.100" is "1,100"), a score or a range is one ("2-1"), a day with its month is
/// one however it is written (<see cref="NormalWords"/>); where words have no spaces between them, two neighbouring characters are one.
/// </summary>
internal ref struct WordIds
{
    // Longer texts are cut, so that a hostile one costs no more than a long article.
    private const int MaxCharacters = 20_000;

    // What was open before, a character written without spaces, and what is open at the end.
    private const int MostOfCharacter = 3;

    // Numbers have ids of their own, so that templates with other numbers can be told by their ids alone; so have days.
    private const int FirstNumber = 0xE000;
    private const int FirstDay = 0xFE00;
    private const int MostDigits = 4;

    private readonly Span<MatchToken> _tokens;
    private int _count;
    private uint _hash;
    private TokenKind _open;
    private int _last;

    // Of the number that is open: its value, how many digits it has (more than four where something stands between them), and what
    // stands behind the last.
    private int _value;
    private int _digits;
    private char _behindDigit;

    // "U.S." is one word: whether the letter that is open is to be followed by a point and another letter.
    private bool _isInitial;
    private bool _hasPoint;

    // What stands between the last token and the next.
    private char _gap;
    private int _gaps;
    private bool _isDashed;
    private bool _isBracketed;
    private bool _isSentence = true;
    private TokenMarks _marks;

    private WordIds(Span<MatchToken> tokens) => _tokens = tokens;

    public static bool IsNumber(ushort id) => id is >= FirstNumber and < FirstDay;

    public static bool IsDay(ushort id) => id >= FirstDay;

    public static ushort OfWord(uint hash) => OfMixed(Hashing.Mix(hash));

    /// <summary>The id of the word whose hash this is the <see cref="Hashing.Mix"/> of.</summary>
    public static ushort OfMixed(uint mixed) => (ushort)(mixed % FirstNumber);

    public static ushort OfNumber(uint hash) => (ushort)(FirstNumber + (Hashing.Mix(hash) % (FirstDay - FirstNumber)));

    public static ushort OfDay(int day, int month) => (ushort)(FirstDay + (month * 32) + day);

    public static uint Mix(uint hash, int character) => (hash + (uint)character + 1) * 0x9E3779B1;

    /// <summary>The ids in the order of the text, at most one per character.</summary>
    public static ushort[] Of(string text) => Of(text, isTitle: true).Ids;

    /// <summary>The ids, and which of the first 64 are names.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="isTitle">False for a text that may begin with where and when it was written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (ushort[] Ids, ulong Names) Of(string text, bool isTitle)
    {
        var cut = text.Length > MaxCharacters ? text[..MaxCharacters] : text;
        // FormKD also opens ligatures and full-width letters.
        var plain = NormalText.Of(cut, NormalizationForm.FormKD);
        var room = ArrayPool<MatchToken>.Shared.Rent(Math.Min(plain.Length, MaxCharacters) + MostOfCharacter);
        var reader = new WordIds(room);
        reader.Read(plain);
        var wording = new NormalWords(room.AsSpan(0, reader._count), isTitle);
        ArrayPool<MatchToken>.Shared.Return(room);
        return (wording.Ids, wording.Names);
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

            if (text[0] == ' ')
            {
                Close();
                (_gap, _gaps) = (' ', _gaps + 1);
                text = text[1..];
                continue;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var units);
            Add(rune);
            text = text[units..];
        }

        Close();
    }

    // The leading ASCII letters, each in lower case.
    private int Letters(ReadOnlySpan<char> text)
    {
        var isOne = text.Length == 1 || !char.IsAsciiLetter(text[1]);
        if (_open != TokenKind.Word || (_hasPoint && !isOne))
            Close();
        Begin(TokenKind.Word, char.IsAsciiLetterUpper(text[0]));
        _isInitial = isOne && (_hasPoint || _hash == 0);
        _hasPoint = false;
        var (units, hash, most) = (0, _hash, _count < MaxCharacters ? text.Length : 1);
        while (units < most && char.IsAsciiLetter(text[units]))
            hash = Mix(hash, text[units++] | 0x20);
        (_open, _hash) = (TokenKind.Word, hash);
        return units;
    }

    private void Add(Rune rune)
    {
        if (!rune.IsAscii && Rune.IsLetter(rune))
            AddLetter(rune);
        else if (Rune.IsDigit(rune))
            AddDigit((int)Rune.GetNumericValue(rune));
        else if (rune.Value == '%')
            AddPercent();
        else if (!GoesOn(rune))
            Part(rune.IsBmp ? (char)rune.Value : ' ');
    }

    private void AddLetter(Rune rune)
    {
        if (!Scripts.IsWrittenWithoutSpaces(rune.Value))
        {
            if (_hasPoint)
                Close();
            Go(TokenKind.Word, Rune.ToLowerInvariant(rune).Value, Rune.IsUpper(rune));
            return;
        }

        Finish();
        Add(_last == 0 ? Mix(0, rune.Value) : Mix(Mix(0, _last), rune.Value), TokenKind.Word);
        _last = rune.Value;
    }

    private void AddDigit(int digit)
    {
        Go(TokenKind.Number, digit + '0', isCapital: false);
        if (_behindDigit != '\0')
            _digits += MostDigits;
        _behindDigit = '\0';
        (_value, _digits) = (_digits < MostDigits ? (_value * 10) + digit : 0, _digits + 1);
    }

    private void AddPercent()
    {
        Close();
        Add(Spellings.Percent, TokenKind.Word);
    }

    // Inside a word an apostrophe and an accent, inside a number a point and a comma, between initials a point, do not end it.
    private bool GoesOn(Rune rune)
    {
        switch (rune.Value)
        {
            case '\'' or '’':
                return _open == TokenKind.Word;
            case '.' when _open == TokenKind.Word && _isInitial && !_hasPoint:
                return _hasPoint = true;
            case '.' or ',' or ':' when _open == TokenKind.Number:
                _behindDigit = (char)rune.Value;
                return true;
            case < 128:
                return false;
            default:
                return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
        }
    }

    private void Go(TokenKind kind, int character, bool isCapital)
    {
        if (_open != kind)
            Close();
        Begin(kind, isCapital);
        (_open, _isInitial) = (kind, false);
        _hash = Mix(_hash, character);
    }

    private void Begin(TokenKind kind, bool isCapital)
    {
        if (_open != TokenKind.None)
            return;
        if (kind == TokenKind.Word && !isCapital && !_isDashed && !_isBracketed)
            return;
        _marks = (isCapital ? TokenMarks.Capital : 0) | (isCapital && !_isSentence ? TokenMarks.Name : 0)
            | (_isDashed ? TokenMarks.Dash : 0) | (_isBracketed ? TokenMarks.Bracket : 0);
        if (kind == TokenKind.Number && _gaps == 1)
            _marks |= _gap switch { '/' => TokenMarks.Slash, '-' or '–' => TokenMarks.Hyphen, _ => 0 };
        (_value, _digits, _behindDigit) = (0, 0, '\0');
    }

    // What stands between two words tells how they belong together.
    private void Part(char gap)
    {
        Close();
        _isDashed |= gap is '-' or '–' or '—' && _gaps > 0;
        _isBracketed |= gap == '(';
        _isSentence |= gap is '.' or '!' or '?' or ':' or '\n' or '"' or '“' or '”' or '•';
        (_gap, _gaps) = (gap, _gaps + 1);
    }

    private void Close()
    {
        Finish();
        _last = 0;
    }

    private void Finish()
    {
        if (_open != TokenKind.None)
            Add(_hash, _open);
        (_open, _hash, _hasPoint, _isInitial) = (TokenKind.None, 0, false, false);
    }

    private void Add(uint hash, TokenKind kind)
    {
        var value = kind == TokenKind.Number && _digits <= MostDigits ? (ushort)_value : (ushort)0;
        _tokens[_count++] = new MatchToken(hash, value, kind, _marks);
        (_marks, _gap, _gaps) = (TokenMarks.None, '\0', 0);
        (_isDashed, _isBracketed, _isSentence) = (false, false, kind == TokenKind.Number && _behindDigit == '.');
    }
}
