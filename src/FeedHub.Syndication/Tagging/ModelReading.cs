namespace FeedHub.Syndication.Tagging;

/// <summary>The text that a model was asked about last, with its sums: who asks again about the same strings pays no second
/// reading. For one thread.</summary>
internal sealed class ModelReading
{
    private readonly float[] _sums = new float[CategoryModel.Topics];
    private readonly WordVoices _voices = new();
    private bool _hasVoices;
    private (CategoryModel? Model, string? Title, string? Text, int Language) _last;

    /// <summary>The text's features.</summary>
    public TextFeatures Features { get; } = new();

    /// <summary>What the model's weights say of them, not yet multiplied by <see cref="TextFeatures.Factor"/>.</summary>
    public ReadOnlySpan<float> Sums => _sums;

    /// <summary>What each word says, calculated when it is first asked for.</summary>
    public WordVoices Voices(CategoryModel model)
    {
        if (!_hasVoices)
            _voices.Read(model, Features);
        _hasVoices = true;
        return _voices;
    }

    /// <summary>Reads a text, unless it is the last one.</summary>
    /// <param name="model">Whose weights.</param>
    /// <param name="title">Plain text, or null.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="language">By whose buckets.</param>
    public void Read(CategoryModel model, string? title, string text, int language)
    {
        if (ReferenceEquals(model, _last.Model) && ReferenceEquals(title, _last.Title) && ReferenceEquals(text, _last.Text)
            && language == _last.Language)
            return;
        _last = default;
        _hasVoices = false;
        Features.Read(title, text, language);
        TopicSums.Of(model.Weights, Features, _sums);
        _last = (model, title, text, language);
    }
}
