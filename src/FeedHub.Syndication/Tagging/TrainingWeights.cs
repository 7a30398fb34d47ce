using System.Numerics;
using System.Runtime.InteropServices;

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

    // A row of whole vectors for each bucket: what is beyond the topics stays 0.
    private static readonly int Row = (Topics + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    private readonly float[] _weights = new float[TextFeatures.Buckets * Row];
    private readonly float[] _squares = new float[TextFeatures.Buckets * Row];
    private readonly float[] _bias = new float[ModelLanguage.Count * Row];
    private readonly float[] _biasSquares = new float[ModelLanguage.Count * Row];
    private readonly float[] _errors = new float[Row];
    private readonly bool _keepsLanguagesApart;

    /// <param name="prior">What to start from, or null.</param>
    public TrainingWeights(CategoryModel? prior)
    {
        _keepsLanguagesApart = prior?.KeepsLanguagesApart ?? true;
        Array.Fill(_squares, FirstSquares);
        Array.Fill(_biasSquares, FirstSquares);
        if (prior is null)
            return;
        for (var i = 0; i < prior.Weights.Length; i++)
            _weights[(i / Topics * Row) + (i % Topics)] = prior.Weights[i] * prior.Unit;
        for (var i = 0; i < prior.Bias.Length; i++)
            _bias[(i / Topics * Row) + (i % Topics)] = prior.Bias[i];
    }

    /// <summary>Takes one step towards this example's topic.</summary>
    public void Learn(Example example, float step)
    {
        Score(example);
        _errors[example.Topic] -= 1;
        for (var topic = 0; topic < Topics; topic++)
            _errors[topic] = (example.Rivals >> topic & 1) == 0 ? 0 : _errors[topic];
        var bias = example.Language * Row;
        Step(_bias.AsSpan(bias, Row), _biasSquares.AsSpan(bias, Row), example.Weight * BiasPace, step);
        foreach (var (bucket, value, _) in example.Features)
            Step(_weights.AsSpan(bucket * Row, Row), _squares.AsSpan(bucket * Row, Row), value * example.Factor * example.Weight, step);
    }

    /// <summary>What was learnt, each weight rounded to a byte.</summary>
    public CategoryModel ToModel(IReadOnlyList<Certainty>? certainty) =>
        CategoryModel.OfWeights(WithoutPadding(_weights), WithoutPadding(_bias), certainty, _keepsLanguagesApart);

    // The topics' probabilities, where the errors will stand.
    private void Score(Example example)
    {
        var sums = Vectors(_errors);
        Vectors(_bias.AsSpan(example.Language * Row, Row)).CopyTo(sums);
        foreach (var (bucket, value, _) in example.Features)
        {
            var weights = Vectors(_weights.AsSpan(bucket * Row, Row));
            var amount = value * example.Factor;
            for (var i = 0; i < sums.Length; i++)
                sums[i] += weights[i] * amount;
        }

        CategoryModel.Softmax(_errors.AsSpan(0, Topics));
    }

    private void Step(Span<float> ofWeights, Span<float> ofSquares, float amount, float step)
    {
        var weights = Vectors(ofWeights);
        var squares = Vectors(ofSquares);
        var errors = Vectors(_errors);
        for (var i = 0; i < weights.Length; i++)
        {
            var gradient = errors[i] * amount;
            squares[i] += gradient * gradient;
            weights[i] -= step * gradient / Vector.SquareRoot(squares[i]);
        }
    }

    private static float[] WithoutPadding(float[] rows)
    {
        var result = new float[rows.Length / Row * Topics];
        for (var i = 0; i < result.Length; i++)
            result[i] = rows[(i / Topics * Row) + (i % Topics)];
        return result;
    }

    private static Span<Vector<float>> Vectors(Span<float> numbers) => MemoryMarshal.Cast<float, Vector<float>>(numbers);
}
