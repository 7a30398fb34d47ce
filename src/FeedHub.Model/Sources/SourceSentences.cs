using FeedHub.Syndication.Reading;

namespace FeedHub.Model.Sources;

/// <summary>What is remembered of a source's sentences, apart from it: a few kilobytes that only its polls need.</summary>
public sealed class SourceSentences
{
    /// <summary>Its source.</summary>
    public long SourceId { get; set; }

    /// <summary><see cref="RepeatedSentences.ToBytes"/>.</summary>
    public required byte[] Bytes { get; set; }
}
