using System.Collections.Frozen;
using System.Text;

namespace FeedHub.Syndication.Reasons;

/// <summary>Reads what is stored for a reason. What is not written as a code is a text: nothing that stands in a row is lost.</summary>
internal sealed class ReasonReader
{
    /// <summary>What a stored code begins with, and no sentence of FeedHub's.</summary>
    public const char Begin = '~';

    // FeedHub's own stand at most six deep: an alert of an error behind a redirect, for instance.
    private const int MostDeep = 8;

    private static readonly FrozenDictionary<string, ReasonCode> Codes =
        Enum.GetValues<ReasonCode>().ToFrozenDictionary(code => code.ToString(), StringComparer.Ordinal);

    private readonly string _stored;
    private int _at = 1;

    private ReasonReader(string stored) => _stored = stored;

    private char? Mark => _at < _stored.Length ? _stored[_at] : null;

    /// <summary>Whether the text would be read as a code.</summary>
    public static bool IsCoded(string text) => text.StartsWith(Begin);

    /// <summary>A code with its arguments, or the whole as a text.</summary>
    public static ReasonPart Read(string stored)
    {
        if (!IsCoded(stored))
            return ReasonPart.Of(stored);
        var reader = new ReasonReader(stored);
        return reader.Coded(deep: 0) is { } part && reader.Mark is null ? part : ReasonPart.Of(stored);
    }

    private ReasonPart? Coded(int deep)
    {
        if (deep > MostDeep || !Codes.TryGetValue(Text(), out var code))
            return null;
        var parts = new List<ReasonPart>();
        while (Passes('|'))
        {
            if (Argument(deep) is not { } part)
                return null;
            parts.Add(part);
        }

        return new(code, "", parts);
    }

    private ReasonPart? Argument(int deep)
    {
        if (!Passes('{'))
            return ReasonPart.Of(Text());
        return Coded(deep + 1) is { } part && Passes('}') ? part : null;
    }

    private bool Passes(char mark)
    {
        if (Mark != mark)
            return false;
        _at++;
        return true;
    }

    // Up to the next mark.
    private string Text()
    {
        var text = new StringBuilder();
        for (; Mark is not (null or '|' or '{' or '}'); _at++)
        {
            if (Mark == '^' && _at + 1 < _stored.Length)
                _at++;
            text.Append(_stored[_at]);
        }

        return text.ToString();
    }
}
