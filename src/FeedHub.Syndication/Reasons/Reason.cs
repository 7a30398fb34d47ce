using System.Text.Json.Serialization;

namespace FeedHub.Syndication.Reasons;

/// <summary>
/// Why something is as it is: a code with its arguments, worded only where it is shown, in the language of who reads it there. Stored as
/// <c>~Code|argument|{Code|argument}</c>. Stored text that does not begin so is a sentence of a version without codes, and is shown as it
/// is. Two are equal where the same is stored.
/// </summary>
[JsonConverter(typeof(ReasonInWords))]
public sealed record Reason
{
    // Few texts of one reason are long.
    private const int MostCuts = 8;

    private ReasonPart? _part;

    private Reason(string stored) => Stored = stored;

    /// <summary>The text that is stored for it.</summary>
    public string Stored { get; }

    /// <summary>Its code; null for a sentence.</summary>
    public ReasonCode? Code => Part.Code;

    private ReasonPart Part => _part ??= ReasonReader.Read(Stored);

    /// <summary>A code with its arguments, in the order of the places in its words.</summary>
    public static Reason Of(ReasonCode code, params ReadOnlySpan<ReasonArgument> arguments) =>
        new(ReasonArgument.Coded(code, arguments));

    /// <summary>Text that is not FeedHub's own words, such as the message of a library: shown as it is in every language.</summary>
    public static Reason Sentence(string words) => ReasonReader.IsCoded(words) ? Of(ReasonCode.Text, words) : new(words);

    /// <summary>What stands in a row.</summary>
    public static Reason FromStored(string stored) => new(stored);

    /// <summary>Its words in a language. What cannot be read, such as a code of a later version, is shown as it is stored.</summary>
    public string In(ReasonLanguage language) => Part.In(language);

    /// <summary>Its words in English: for programs, logs and the dashboard.</summary>
    public override string ToString() => In(ReasonLanguage.English);

    /// <summary>The same reason with each of its texts changed, such as by taking secrets out.</summary>
    /// <param name="change">Gets what publishers, servers and people wrote, piece by piece; of a sentence, all of it.</param>
    public Reason Select(Func<string, string> change) => Of(Part.Select(change));

    /// <summary>The reason that an argument is; null where it is a text, or there is no such argument.</summary>
    /// <param name="place">From 0 on.</param>
    public Reason? Argument(int place) => Part.Parts.ElementAtOrDefault(place) is { Code: not null } part ? Of(part) : null;

    /// <summary>
    /// The same reason with its longest texts cut until its English words fit. Where that is not enough, a sentence: its words, cut.
    /// </summary>
    /// <param name="max">Most UTF-16 units of its words, at least 1.</param>
    public Reason Within(int max)
    {
        var cut = this;
        for (var tries = 0; tries < MostCuts && cut.ToString().Length - max is > 0 and var excess; tries++)
            cut = cut.WithLongestCut(excess);
        return cut.ToString().Length <= max ? cut : Sentence(Bounds.Cut(ToString(), max));
    }

    /// <summary>Whether the same is stored for both.</summary>
    public bool Equals(Reason? other) => other is not null && Stored == other.Stored;

    /// <inheritdoc/>
    public override int GetHashCode() => Stored.GetHashCode(StringComparison.Ordinal);

    private static Reason Of(ReasonPart part) => part.Code is null ? Sentence(part.Text) : new(ReasonArgument.Coded(part));

    private Reason WithLongestCut(int excess)
    {
        var longest = Part.Texts.Select(text => text.Length).DefaultIfEmpty().Max();
        var isCut = false;
        return Select(text =>
        {
            if (isCut || text.Length < longest)
                return text;
            isCut = true;
            return Bounds.Cut(text, Math.Max(1, longest - excess));
        });
    }
}
