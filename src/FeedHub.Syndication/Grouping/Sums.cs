namespace FeedHub.Syndication.Grouping;

/// <summary>Sums over the terms of one story, or over those that two have.</summary>
internal struct Sums
{
    /// <summary>Of squares, or products: all terms by their strength.</summary>
    public float All { get; private set; }

    /// <summary>Of squares: terms of the title.</summary>
    public float Title { get; private set; }

    /// <summary>Of squares: names.</summary>
    public float Names { get; private set; }

    /// <summary>Of squares: terms of the title that are not names.</summary>
    public float Told { get; private set; }

    /// <summary>Weights of the title's terms; of two stories those that the other has anywhere.</summary>
    public float Heads { get; private set; }

    /// <summary>The same of the other story's title.</summary>
    public float OtherHeads { get; private set; }

    /// <summary>Adds a term of one story.</summary>
    public void Add(byte marks, float weight, byte strength)
    {
        var (square, whole) = (weight * weight, EventTerms.Strength(strength) * weight);
        All += whole * whole;
        var isName = (marks & EventTerms.Name) != 0;
        Names += isName ? square : 0;
        if ((marks & EventTerms.OfTitle) == 0)
            return;
        Title += square;
        Told += isName ? 0 : square;
        Heads += weight;
    }

    /// <summary>Takes a term for a name that was not.</summary>
    public void Rename(byte marks, float weight)
    {
        Names += weight * weight;
        Told -= (marks & EventTerms.OfTitle) != 0 ? weight * weight : 0;
    }

    /// <summary>Adds a term that two stories have.</summary>
    public void Share(byte a, byte b, float weight)
    {
        var square = weight * weight;
        All += EventTerms.Strength(a) * EventTerms.Strength(b) * square;
        var isName = (a & EventTerms.Name) != 0;
        Names += isName ? square : 0;
        var (ofA, ofB) = ((a & EventTerms.OfTitle) != 0, (b & EventTerms.OfTitle) != 0);
        OtherHeads += ofA ? weight : 0;
        Heads += ofB ? weight : 0;
        Title += ofA && ofB ? square : 0;
        Told += ofA && ofB && !isName ? square : 0;
    }
}
