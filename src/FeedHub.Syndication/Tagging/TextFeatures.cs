using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace FeedHub.Syndication.Tagging;

/// <summary>A feature of a text.</summary>
/// <param name="Bucket">Where the model keeps its weights; different features may share one.</param>
/// <param name="Value">How much of it there is.</param>
/// <param name="Word">The word that it comes from.</param>
internal readonly record struct Feature(int Bucket, float Value, int Word);

/// <summary>Features that follow each other and are alike but for their buckets.</summary>
/// <param name="Value">How much there is of each.</param>
/// <param name="Word">The word that they come from.</param>
/// <param name="End">Where the next run begins.</param>
internal readonly record struct FeatureRun(float Value, int Word, int End);

/// <summary>
/// A text as hashed words, pairs of words, and groups of three to five letters inside words: those know an ending or a
/// compound that no example had whole. English words that every text has are passed over: titles from addresses lack them, and prose is
/// half made of them. One instance can read text after text.
/// </summary>
internal sealed class TextFeatures
{
    /// <summary>Number of buckets.</summary>
    public const int Buckets = 1 << 18;

    /// <summary>How many more buckets than are counted may be read behind them: they are of a text before.</summary>
    public const int Spare = 64;

    /// <summary>How many characters of a text are read.</summary>
    public const int MaxText = 600;

    private const int MaxTitle = 300;
    private const int MaxWord = 40;

    // A word, a pair, and as many groups as begin at each letter and before the first.
    private const int MostOfWord = 2 + LetterGroups.Most;

    // Of a summary a word says less than of a headline; a pair and all groups together say half of what the word says.
    private const float TextWeight = 0.5f;
    private const float PairWeight = 0.5f;
    private const float GroupsWeight = 0.5f;

    // By the root of the number of words, so that a headline and a paragraph give sums of one size.
    private const double Scale = 3;
    private const double LeastMass = 2;

    private readonly List<FeatureRun> _runs = [];
    private readonly List<(string Text, int Start, int Length)> _words = [];
    private readonly List<uint> _hashes = [];
    private readonly char[] _word = new char[MaxWord + 2 + LetterGroups.Spare];
    private int[] _buckets = new int[1 << 12];
    private int _count;
    private double _mass;
    private uint _salt;
    private bool _passesOver;

    /// <summary>The buckets of all features, with <see cref="Spare"/> more behind <see cref="Count"/>.</summary>
    public ReadOnlySpan<int> AllBuckets => _buckets.AsSpan(0, _count + Spare);

    /// <summary>How many features there are.</summary>
    public int Count => _count;

    /// <summary>What the features are besides their buckets; their values are to be multiplied by <see cref="Factor"/>.</summary>
    public ReadOnlySpan<FeatureRun> Runs => CollectionsMarshal.AsSpan(_runs);

    /// <summary>How many words were read.</summary>
    public int WordCount => _words.Count;

    /// <summary>What makes long and short texts comparable.</summary>
    public float Factor => (float)(Scale / Math.Sqrt(Math.Max(_mass, LeastMass)));

    /// <summary>The word as it was written.</summary>
    public string Written(int word) =>
        _words[word].Text.Substring(_words[word].Start, _words[word].Length).Normalize(NormalizationForm.FormC);

    /// <summary>The place where the word was first read; the word's own where it was not read before.</summary>
    public int FirstPlaceOf(int word)
    {
        var hashes = CollectionsMarshal.AsSpan(_hashes);
        var first = hashes[..word].IndexOf(hashes[word]);
        return first < 0 ? word : first;
    }

    /// <summary>The features one by one.</summary>
    public Feature[] ToArray()
    {
        var features = new Feature[_count];
        var at = 0;
        foreach (var run in _runs)
        {
            for (; at < run.End; at++)
                features[at] = new(_buckets[at], run.Value, run.Word);
        }

        return features;
    }

    /// <summary>Reads a text in place of the one before. Words of the two languages share no bucket: "air" is water in one of
    /// them. Words of two lines make no pair.</summary>
    public void Read(string? title, string text, int language)
    {
        _salt = (uint)language * 0x9E3779B9;
        _passesOver = !ModelLanguage.IsIndonesian(language);
        _runs.Clear();
        _count = 0;
        _words.Clear();
        _hashes.Clear();
        _mass = 0;
        Read(title ?? "", MaxTitle, 1);
        Read(text, MaxText, TextWeight);
    }

    private void Read(string text, int maxLength, float weight)
    {
        var length = Math.Min(text.Length, maxLength);
        if (NeedsOpening(text.AsSpan(0, length)))
        {
            text = NormalText.Of(text[..length], NormalizationForm.FormKD);
            length = text.Length;
        }

        AddWords(text, length, weight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWords(string plain, int end, float weight)
    {
        uint previous = 0;
        for (var i = 0; i < end;)
        {
            if (!char.IsLetterOrDigit(plain[i]))
            {
                previous = plain[i] == '\n' ? 0 : previous;
                i = SkipPossessive(plain.AsSpan(0, end), i);
                continue;
            }

            var start = i;
            var word = _word.AsSpan(1, ReadWord(plain.AsSpan(0, end), ref i));
            // Which number it is says nothing; that there is one, and how long it is, does.
            var isNumber = word.IndexOfAnyExceptInRange('0', '9') < 0;
            if (isNumber)
                word.Fill('0');
            var hash = FeatureHash.Of(word);
            if (_passesOver && FunctionWords.IsEnglish(hash))
                continue;
            _words.Add((plain, start, i - start));
            _hashes.Add(hash);
            AddWord(hash, isNumber ? 0 : word.Length, weight, previous);
            previous = hash;
        }
    }

    // Accents, ligatures and full-width letters are to be opened; quotation marks and dashes part words as they are.
    private static bool NeedsOpening(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return false;
        foreach (var letter in text)
        {
            if (!char.IsAscii(letter) && !char.IsPunctuation(letter) && !char.IsWhiteSpace(letter))
                return true;
        }

        return false;
    }

    // "Ukraine's" is a word about Ukraine.
    private static int SkipPossessive(ReadOnlySpan<char> text, int i) =>
        text[i] is '\'' or '’' && i > 0 && i + 1 < text.Length && text[i + 1] is 's' or 'S' && char.IsLetter(text[i - 1])
        && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2])) ? i + 2 : i + 1;

    /// <returns>Number of letters put into the buffer, from its second place on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadWord(ReadOnlySpan<char> text, ref int i)
    {
        var length = 0;
        for (; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                if (length < MaxWord)
                    _word[++length] = char.IsAscii(text[i]) ? (char)(text[i] | 0x20) : char.ToLowerInvariant(text[i]);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(text[i]) != UnicodeCategory.NonSpacingMark)
            {
                break;
            }
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWord(uint hash, int letters, float weight, uint previous)
    {
        MakeRoom();
        _mass += weight * weight;
        Add(hash, weight);
        if (previous != 0)
            Add((previous * 31) + (hash * 17) + 7, weight * PairWeight);
        if (letters > 0)
            AddGroups(letters, weight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddGroups(int length, float weight)
    {
        (_word[0], _word[length + 1]) = ('<', '>');
        var count = LetterGroups.Count(length + 2);
        _count += LetterGroups.Fill(_word, length + 2, _salt, _buckets.AsSpan(_count));
        _runs.Add(new(weight * GroupsWeight / MathF.Sqrt(Math.Max(1, count)), _words.Count - 1, _count));
    }

    private void Add(uint hash, float value)
    {
        _buckets[_count++] = FeatureHash.Bucket(hash ^ _salt);
        _runs.Add(new(value, _words.Count - 1, _count));
    }

    private void MakeRoom()
    {
        if (_buckets.Length - _count < MostOfWord + Spare)
            Array.Resize(ref _buckets, _buckets.Length * 2);
    }
}
