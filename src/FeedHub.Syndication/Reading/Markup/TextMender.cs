using System.Net;
using System.Text;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Makes text of what stands between tags: known references resolved, all others kept as they are, no control
/// characters.</summary>
internal sealed class TextMender(Repairs repairs)
{
    // The longest name of an HTML 4 entity has eight letters; the longest number has seven digits.
    private const int MaxReference = 12;

    public string Resolve(ReadOnlySpan<char> piece)
    {
        if (!piece.Contains('&'))
            return Clean(piece);
        piece = Surrogates.Resolve(piece.ToString());
        var result = new StringBuilder(piece.Length);
        while (piece.IndexOf('&') is var at and >= 0)
        {
            result.Append(piece[..at]);
            piece = piece[at..];
            piece = piece[Reference(piece, result)..];
        }

        return Clean(result.Append(piece).ToString());
    }

    /// <summary>The text without characters that XML 1.0 forbids (2.2).</summary>
    public string Clean(ReadOnlySpan<char> piece)
    {
        if (!HasForbidden(piece))
            return piece.ToString();
        repairs.Add(ReasonCode.ForbiddenCharacters);
        var result = new StringBuilder(piece.Length);
        for (var i = 0; i < piece.Length; i++)
        {
            if (IsPair(piece, i))
                result.Append(piece[i]).Append(piece[++i]);
            else if (char.IsSurrogate(piece[i]))
                result.Append('\uFFFD');
            else if (IsAllowed(piece[i]))
                result.Append(piece[i]);
        }

        return result.ToString();
    }

    private int Reference(ReadOnlySpan<char> piece, StringBuilder result)
    {
        var end = piece[..Math.Min(piece.Length, MaxReference)].IndexOf(';');
        var decoded = end > 1 ? WebUtility.HtmlDecode(piece[..(end + 1)].ToString()) : "";
        if (end <= 1 || decoded.StartsWith('&') && decoded.Length > 1)
        {
            repairs.Add(ReasonCode.BareAmpersand);
            result.Append('&');
            return 1;
        }

        if (!IsXmlReference(piece[1..end]))
            repairs.Add(ReasonCode.UndeclaredEntities);
        result.Append(decoded);
        return end + 1;
    }

    private static bool IsXmlReference(ReadOnlySpan<char> name) => name[0] == '#' || name is "amp" or "lt" or "gt" or "quot" or "apos";

    private static bool HasForbidden(ReadOnlySpan<char> piece)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            if (IsPair(piece, i))
                i++;
            else if (!IsAllowed(piece[i]))
                return true;
        }

        return false;
    }

    private static bool IsPair(ReadOnlySpan<char> piece, int i) =>
        char.IsHighSurrogate(piece[i]) && i + 1 < piece.Length && char.IsLowSurrogate(piece[i + 1]);

    private static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uFFFE' and not (>= '\uD800' and <= '\uDFFF'));
}
