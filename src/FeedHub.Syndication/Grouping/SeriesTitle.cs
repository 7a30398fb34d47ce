using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>
/// Tells the titles of a series: one source's, alike but for their numbers ("exchange at 08:34", "report 12"). Two of a series are never of
/// one event. Counts the terms of two titles.
/// </summary>
internal struct SeriesTitle
{
    // So large a part of the shorter title both have.
    private const int SharedOf = 3;
    private const int LeastShared = 2;

    private int _words;
    private int _numbers;
    private int _otherWords;
    private int _otherNumbers;
    private int _shared;
    private int _sharedNumbers;

    /// <summary>Adds a term of the one title.</summary>
    public void Add(ushort term, byte strength)
    {
        if ((strength & EventTerms.OfTitle) == 0)
            return;
        if (IsNumber(term))
            _numbers++;
        else
            _words++;
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
            (_otherNumbers, _sharedNumbers) = (_otherNumbers + 1, _sharedNumbers + (isShared ? 1 : 0));
        else
            (_otherWords, _shared) = (_otherWords + 1, _shared + (isShared ? 1 : 0));
    }

    /// <summary>Whether each title has a number of its own, and much else is the same.</summary>
    public readonly bool IsOne => _numbers > _sharedNumbers && _otherNumbers > _sharedNumbers
        && _shared >= LeastShared && _shared * SharedOf >= Math.Min(_words, _otherWords);

    private static bool IsNumber(ushort term) => WordIds.IsNumber(term) || WordIds.IsDay(term);
}
