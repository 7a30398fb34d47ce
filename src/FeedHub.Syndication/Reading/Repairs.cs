using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading;

/// <summary>What had to be mended before a document could be read, each kind once, in order.</summary>
internal sealed class Repairs
{
    // A hostile document has thousands, each named after something else in it.
    private const int MostKinds = 20;

    private readonly List<Reason> _reasons = [];

    public IReadOnlyList<Reason> Reasons => _reasons;

    /// <summary>True if the document ended before its end, so that more of it may exist.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What was done about a document that was cut.</summary>
    public void AddCut(ReasonCode code)
    {
        IsCut = true;
        _reasons.Insert(0, Reason.Of(ReasonCode.CutOff, code));
    }

    public void Add(ReasonCode code, params ReadOnlySpan<ReasonArgument> arguments) => Add(Reason.Of(code, arguments));

    public void Add(Reason reason)
    {
        // Most kinds come again and again in one document.
        if (_reasons.Count >= MostKinds || _reasons.Contains(reason))
            return;
        if (reason.Within(Bounds.Line) is var cut && !_reasons.Contains(cut))
            _reasons.Add(cut);
    }
}
