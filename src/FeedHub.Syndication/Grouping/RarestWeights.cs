namespace FeedHub.Syndication.Grouping;

/// <summary>The three highest of the weights that are added: of the rarest words.</summary>
internal struct RarestWeights
{
    private const int Kept = 3;

    private float _first;
    private float _second;
    private float _third;

    /// <summary>Their mean.</summary>
    /// <param name="absent">What stands for each of the three that was not added.</param>
    public readonly float Mean(float absent) => (Or(_first, absent) + Or(_second, absent) + Or(_third, absent)) / Kept;

    public void Add(float weight)
    {
        if (weight > _first)
            (_first, _second, _third) = (weight, _first, _second);
        else if (weight > _second)
            (_second, _third) = (weight, _second);
        else if (weight > _third)
            _third = weight;
    }

    private static float Or(float weight, float absent) => weight > 0 ? weight : absent;
}
