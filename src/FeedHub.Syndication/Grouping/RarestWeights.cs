namespace FeedHub.Syndication.Grouping;

/// <summary>The three highest of the weights that are added: of the rarest words.</summary>
internal struct RarestWeights
{
    private const int Kept = 3;

    private float _first;
    private float _second;
    private float _third;

    /// <summary>Their mean; where fewer were added, the others are 0.</summary>
    public readonly float Mean => (_first + _second + _third) / Kept;

    public void Add(float weight)
    {
        if (weight > _first)
            (_first, _second, _third) = (weight, _first, _second);
        else if (weight > _second)
            (_second, _third) = (weight, _second);
        else if (weight > _third)
            _third = weight;
    }
}
