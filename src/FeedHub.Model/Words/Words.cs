using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Words;

/// <summary>What was worded before it is known who reads it: each language's words.</summary>
/// <param name="English">In English.</param>
/// <param name="Indonesian">In Indonesian.</param>
public sealed record Words(string English, string Indonesian)
{
    /// <summary>In both by words that ask for the language themselves.</summary>
    public static Words Of(Func<string> words) =>
        new(Spoken.In(ReasonLanguage.English, words), Spoken.In(ReasonLanguage.Indonesian, words));

    /// <summary>What is said in the reader's language already.</summary>
    public static Words As(string said) => new(said, said);

    /// <summary>In the language in which the request is answered.</summary>
    public override string ToString() => Spoken.Say(English, Indonesian);
}
