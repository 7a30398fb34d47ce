using FeedHub.Syndication.Matching;

namespace FeedHub.Model.Stories;

/// <summary>Makes what items are matched by.</summary>
public class Fingerprinter
{
    /// <summary>The fingerprint of a headline with its cleaned text, or null where there is too little to go by.</summary>
    public virtual Fingerprint? Of(string? title, string text) => Fingerprint.Of(title, text) is { IsEmpty: false } made ? made : null;
}
