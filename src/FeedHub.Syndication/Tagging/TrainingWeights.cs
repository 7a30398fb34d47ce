namespace FeedHub.Syndication.Tagging;

/// <summary>
/// The weights of a model while it learns: multinomial logistic regression by stochastic gradient, with steps that shrink for what
/// was often seen (AdaGrad), so that a rare name learns as fast as a common word.
/// </summary>
internal sealed class TrainingWeights
{
    private const int Topics = CategoryModel.Topics;
    private const float FirstSquares = 0.01f;

    // How common a topic is among the examples says little of other feeds.
    private const float BiasPace = 0.3f;

    private readonly float[] _weights = new float[TextFeatures.Buckets * Topics];
    private readonly float[] _squares = new float[TextFeatures.Buckets * Topics];
    private readonly float[] _bias = new float[ModelLanguage.Count * Topics];
    private readonly float[] _biasSquares = new float[ModelLanguage.Count * Topics];
    private readonly float[] _errors = new float[Topics];

    /// <param name="prior">What to start from, or null.</param>
    public TrainingWeights(CategoryModel? prior)
    {
        Array.Fill(_squares, FirstSquares);
        Array.Fill(_biasSquares, FirstSquares);
        if (prior is null)
            return;
        for (var i = 0; i < _weights.Length; i++)
            _weights[i] = prior.Weights[i] * prior.Unit;
        prior.Bias.CopyTo(_bias);
    }

    /// <summary>Takes one step towards this example's topic.</summary>
    public void Learn(Example example, float step)
    {
        var bias = example.Language * Topics;
        _bias.AsSpan(bias, Topics).CopyTo(_errors);
        foreach (var (bucket, value, _) in example.Features)
        {
            var weights = _weights.AsSpan(bucket * Topics, Topics);
            var amount = value * example.Factor;
            for (var topic = 0; topic < Topics; topic++)
                _errors[topic] += weights[topic] * amount;
        }

        CategoryModel.Softmax(_errors);
        _errors[example.Topic] -= 1;
        for (var topic = 0; topic < Topics; topic++)
            _errors[topic] = (example.Rivals >> topic & 1) == 0 ? 0 : _errors[topic];
        Step(_bias.AsSpan(bias, Topics), _biasSquares.AsSpan(bias, Topics), example.Weight * BiasPace, step);
        foreach (var (bucket, value, _) in example.Features)
            Step(_weights.AsSpan(bucket * Topics, Topics), _squares.AsSpan(bucket * Topics, Topics), value * example.Factor * example.Weight, step);
    }

    /// <summary>What was learnt, each weight rounded to a byte.</summary>
    public CategoryModel ToModel(IReadOnlyList<Certainty>? certainty)
    {
        var unit = Math.Max(_weights.Max(MathF.Abs), 1e-6f) / sbyte.MaxValue;
        var rounded = Array.ConvertAll(_weights, w => (sbyte)MathF.Round(w / unit));
        return new(rounded, unit, _bias, certainty is null ? [.. Enumerable.Repeat(Certainty.Unmeasured, ModelLanguage.Count)] : [.. certainty]);
    }

    private void Step(Span<float> weights, Span<float> squares, float amount, float step)
    {
        for (var topic = 0; topic < Topics; topic++)
        {
            var gradient = _errors[topic] * amount;
            squares[topic] += gradient * gradient;
            weights[topic] -= step * gradient / MathF.Sqrt(squares[topic]);
        }
    }
}
