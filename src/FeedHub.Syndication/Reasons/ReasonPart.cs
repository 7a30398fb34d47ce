namespace FeedHub.Syndication.Reasons;

/// <summary>A reason as it was read: a code with its arguments, or a text.</summary>
/// <param name="Code">Null for a text.</param>
/// <param name="Text">The text; of a code, empty.</param>
/// <param name="Parts">The arguments; of a text, none.</param>
internal sealed record ReasonPart(ReasonCode? Code, string Text, IReadOnlyList<ReasonPart> Parts)
{
    /// <summary>The texts in it, in order.</summary>
    public IEnumerable<string> Texts => Code is null ? [Text] : Parts.SelectMany(part => part.Texts);

    /// <summary>A text.</summary>
    public static ReasonPart Of(string text) => new(null, text, []);

    /// <summary>Its words.</summary>
    public string In(ReasonLanguage language)
    {
        if (Code is not { } code)
            return Text;
        var arguments = new string[Parts.Count];
        for (var place = 0; place < arguments.Length; place++)
            arguments[place] = Parts[place].In(language);
        return language.WordsOf(code).With(arguments, language);
    }

    /// <summary>The same with each text changed.</summary>
    public ReasonPart Select(Func<string, string> change) =>
        Code is null ? Of(change(Text)) : this with { Parts = [.. Parts.Select(part => part.Select(change))] };
}
