using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FeedHub.Syndication.Tagging;

/// <summary>A feature of a text.</summary>
/// <param name="Bucket">Where the model keeps its weights; different features may share one.</param>
/// <param name="Value">How much of it there is.</param>
/// <param name="Word">The word that it comes from.</param>
internal readonly record struct Feature(int Bucket, float Value, int Word);

/// <summary>
/// A text as hashed words, pairs of words, and groups of three to five letters inside words: those know an ending or a
/// compound that no example had whole. One instance can read text after text.
/// </summary>
internal sealed class TextFeatures
{
    /// <summary>Number of buckets.</summary>
    public const int Buckets = 1 << 18;

    private const int MaxTitle = 300;
    private const int MaxText = 600;
    private const int MaxWord = 40;
    private const int ShortestGroup = 3;
    private const int LongestGroup = 5;

    // Of a summary a word says less than of a headline; a pair and all groups together say half of what the word says.
    private const float TextWeight = 0.5f;
    private const float PairWeight = 0.5f;
    private const float GroupsWeight = 0.5f;

    // By the root of the number of words, so that a headline and a paragraph give sums of one size.
    private const double Scale = 3;
    private const double LeastMass = 2;

    private readonly List<Feature> _features = [];
    private readonly List<(string Text, int Start, int Length)> _words = [];
    private readonly char[] _word = new char[MaxWord + 2];
    private double _mass;
    private uint _salt;

    /// <summary>The features; their values are to be multiplied by <see cref="Factor"/>.</summary>
    public ReadOnlySpan<Feature> All => CollectionsMarshal.AsSpan(_features);

    /// <summary>How many words were read.</summary>
    public int WordCount => _words.Count;

    /// <summary>What makes long and short texts comparable.</summary>
    public float Factor => (float)(Scale / Math.Sqrt(Math.Max(_mass, LeastMass)));

    /// <summary>The word as it was written.</summary>
    public string Written(int word) =>
        _words[word].Text.Substring(_words[word].Start, _words[word].Length).Normalize(NormalizationForm.FormC);

    /// <summary>Reads a text in place of the one before. Words of the two languages share no bucket: "air" is water in one of
    /// them.</summary>
    public void Read(string? title, string text, int language)
    {
        _salt = (uint)language * 0x9E3779B9;
        _features.Clear();
        _words.Clear();
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

    private void AddWords(string plain, int end, float weight)
    {
        uint previous = 0;
        for (var i = 0; i < end;)
        {
            if (!char.IsLetterOrDigit(plain[i]))
            {
                i = SkipPossessive(plain.AsSpan(0, end), i);
                continue;
            }

            var start = i;
            var length = ReadWord(plain.AsSpan(0, end), ref i);
            _words.Add((plain, start, i - start));
            previous = AddWord(_word.AsSpan(1, length), weight, previous);
        }
    }

    // Accents, ligatures and full-width letters are to be opened; quotation marks and dashes part words as they are.
    private static bool NeedsOpening(ReadOnlySpan<char> text)
    {
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
    private int ReadWord(ReadOnlySpan<char> text, ref int i)
    {
        var length = 0;
        for (; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                if (length < MaxWord)
                    _word[++length] = char.ToLowerInvariant(text[i]);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(text[i]) != UnicodeCategory.NonSpacingMark)
            {
                break;
            }
        }

        return length;
    }

    private uint AddWord(Span<char> word, float weight, uint previous)
    {
        // Which number it is says nothing; that there is one, and how long it is, does.
        var number = word.IndexOfAnyExceptInRange('0', '9') < 0;
        if (number)
            word.Fill('0');
        var hash = Hash(word, 2166136261);
        _mass += weight * weight;
        Add(hash, weight);
        if (previous != 0)
            Add((previous * 31) + (hash * 17) + 7, weight * PairWeight);
        if (!number)
            AddGroups(word.Length, weight);
        return hash;
    }

    private void AddGroups(int length, float weight)
    {
        (_word[0], _word[length + 1]) = ('<', '>');
        var marked = _word.AsSpan(0, length + 2);
        var count = 0;
        for (var size = ShortestGroup; size <= LongestGroup; size++)
            count += Math.Max(0, marked.Length - size + 1);
        var each = weight * GroupsWeight / MathF.Sqrt(Math.Max(1, count));
        for (var size = ShortestGroup; size <= LongestGroup; size++)
        {
            for (var at = 0; at + size <= marked.Length; at++)
                Add(Hash(marked.Slice(at, size), 99), each);
        }
    }

    private void Add(uint hash, float value) => _features.Add(new((int)(Mixed(hash ^ _salt) & (Buckets - 1)), value, _words.Count - 1));

    // FNV-1a over the letters, then the last steps of MurmurHash3: the lowest bits alone choose the bucket.
    private static uint Hash(ReadOnlySpan<char> letters, uint hash)
    {
        foreach (var letter in letters)
            hash = (hash ^ letter) * 16777619;
        return hash;
    }

    private static uint Mixed(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
