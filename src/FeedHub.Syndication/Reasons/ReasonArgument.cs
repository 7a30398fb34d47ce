using System.Buffers;
using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Reasons;

/// <summary>What a reason has in one place of its words, as it is stored: a text, a number or a reason of its own.</summary>
public readonly record struct ReasonArgument
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("^|{}");

    private ReasonArgument(string stored) => Stored = stored;

    /// <summary>As it stands between the marks of the stored text.</summary>
    internal string Stored { get; }

    public static implicit operator ReasonArgument(string? text) => new(Escaped(text ?? ""));

    public static implicit operator ReasonArgument(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator ReasonArgument(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator ReasonArgument(Reason? reason) => reason switch
    {
        null => new(""),
        { Code: null } => new(Escaped(reason.Stored)),
        _ => new($"{{{reason.Stored[1..]}}}"),
    };

    public static implicit operator ReasonArgument(ReasonCode code) => new($"{{{code}}}");

    /// <summary>The stored text of a code with these arguments.</summary>
    internal static string Coded(ReasonCode code, ReadOnlySpan<ReasonArgument> arguments)
    {
        var stored = new StringBuilder().Append(ReasonReader.Begin).Append(code);
        foreach (var argument in arguments)
            stored.Append('|').Append(argument.Stored);
        return stored.ToString();
    }

    /// <summary>The stored text of a code as it was read.</summary>
    internal static string Coded(ReasonPart part) => Coded(part.Code!.Value, [.. part.Parts.Select(Of)]);

    private static ReasonArgument Of(ReasonPart part) => part.Code is null ? part.Text : new ReasonArgument($"{{{Coded(part)[1..]}}}");

    private static string Escaped(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
            (Marks.Contains(unit) ? escaped.Append('^') : escaped).Append(unit);
        return escaped.ToString();
    }
}
