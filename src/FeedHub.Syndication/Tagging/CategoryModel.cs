namespace FeedHub.Syndication.Tagging;

/// <summary>Tells the 17 topics from the words of an Indonesian or English text; immutable and safe to share between threads.</summary>
public sealed class CategoryModel
{
    /// <summary>The model that FeedHub ships; loaded when it is first asked for.</summary>
    public static Lazy<CategoryModel> Shipped { get; } = new(() => new CategoryModel());

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no model, or one of another version.</exception>
    public static CategoryModel Load(Stream stream) => new();

    /// <summary>Writes the model.</summary>
    public void Save(Stream stream)
    {
    }

    /// <summary>What the text is about, surest first; empty for a language that the model does not know.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="text">Plain text; its beginning is read.</param>
    /// <param name="language">BCP 47; null: told from the text.</param>
    public IReadOnlyList<Guess> Classify(string? title, string text, string? language) => [];
}
