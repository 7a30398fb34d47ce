using System.Globalization;
using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>
/// Tells the titles of a series: one source's, alike but for their numbers ("exchange at 08:34", "report 12"), or with other numbers of
/// other names ("Result 1: Ansel 0, Orvale 2"). Two of a series are never of one event. Counts the terms of two titles.
/// </summary>
internal struct SeriesTitle
{
    // Two thirds of the shorter title both have.
    private const double SharedPart = 2 / 3d;
    private const int LeastShared = 2;

    // A label is of so many words at most.
    private const int LongestLabel = 5;
    private const int MinutesOfDay = 24 * 60;

    // What stands before a time of day.
    private static readonly ushort[] Before = WordIds.Of("pukul jam at");

    // "at 38,150 points" is not a time: the numbers from 00:00 to 23:59, with and without their first zero.
    private static readonly HashSet<ushort> Times = [.. NumbersOf("{0:00}:{1:00}").Concat(NumbersOf("{0}:{1:00}"))];

    private int _words;
    private int _numbers;
    private int _otherWords;
    private int _otherNumbers;
    private int _shared;
    private int _sharedNumbers;
    private int _names;
    private int _otherNames;
    private int _sharedNames;

    /// <summary>
    /// What a title begins with in front of its first number, and that number ("Result 1: …", "Menu nomor 3"), as a byte each by which
    /// two of a series are told; 0: it begins otherwise.
    /// </summary>
    public static (byte Label, byte Number) LabelOf(ReadOnlySpan<ushort> title)
    {
        var hash = new StableHash();
        for (var i = 0; i <= LongestLabel && i < title.Length; i++)
        {
            if (IsNumber(title[i]))
                return i == 0 ? default : ((byte)(1 + ((uint)hash.Value % byte.MaxValue)), (byte)title[i]);
            hash.Add(title[i]);
        }

        return default;
    }

    /// <summary>The time of day in a title ("pukul 08.34", "at 14:20") as the id of its number; 0: there is none.</summary>
    public static ushort TimeOf(ReadOnlySpan<ushort> title)
    {
        for (var i = 1; i < title.Length; i++)
        {
            if (Times.Contains(title[i]) && Before.AsSpan().Contains(title[i - 1]))
                return title[i];
        }

        return 0;
    }

    /// <summary>Adds a term of the one title.</summary>
    public void Add(ushort term, byte strength)
    {
        if ((strength & EventTerms.OfTitle) == 0)
            return;
        if (IsNumber(term))
            _numbers++;
        else
            (_words, _names) = (_words + 1, _names + Name(strength));
    }

    /// <summary>Adds a term of the other story.</summary>
    /// <param name="term">The term.</param>
    /// <param name="strength">In the other story.</param>
    /// <param name="own">In the one; 0: it does not have it.</param>
    public void Compare(ushort term, byte strength, byte own)
    {
        if ((strength & EventTerms.OfTitle) == 0)
            return;
        var isShared = (own & EventTerms.OfTitle) != 0;
        if (IsNumber(term))
        {
            (_otherNumbers, _sharedNumbers) = (_otherNumbers + 1, _sharedNumbers + (isShared ? 1 : 0));
            return;
        }

        (_otherWords, _shared) = (_otherWords + 1, _shared + (isShared ? 1 : 0));
        (_otherNames, _sharedNames) = (_otherNames + Name(strength), _sharedNames + (isShared ? Name((byte)(strength | own)) : 0));
    }

    /// <summary>Whether each title has a number of its own, and either much else is the same or no name.</summary>
    public readonly bool IsOne => _numbers > _sharedNumbers && _otherNumbers > _sharedNumbers && (IsAlike || IsOfOthers);

    /// <summary>Whether the titles have some words in common, numbers aside.</summary>
    public readonly bool SharesWords => _shared >= LeastShared;

    private readonly bool IsAlike => _shared >= LeastShared && _shared >= SharedPart * Math.Min(_words, _otherWords);

    private readonly bool IsOfOthers => _names > 0 && _otherNames > 0 && _sharedNames == 0;

    private static IEnumerable<ushort> NumbersOf(string form) => Enumerable.Range(0, MinutesOfDay)
        .SelectMany(minute => WordIds.Of(string.Format(CultureInfo.InvariantCulture, form, minute / 60, minute % 60)));

    private static int Name(byte strength) => (strength & EventTerms.Name) != 0 ? 1 : 0;

    private static bool IsNumber(ushort term) => WordIds.IsNumber(term) || WordIds.IsDay(term);
}
