namespace FeedHub.Syndication.Reading;

/// <summary>Bytes of one document in, a <see cref="ParsedFeed"/> out: decoding, repair and reading in order.</summary>
public static class FeedDocument
{
    /// <summary>Reads a feed of any supported format.</summary>
    /// <param name="body">The document's bytes after HTTP content decoding.</param>
    /// <param name="options">What is known besides the bytes.</param>
    /// <exception cref="FeedReadException">The document is no feed. No other exception leaves this method.</exception>
    public static ParsedFeed Read(ReadOnlyMemory<byte> body, ReadOptions options) =>
        throw new FeedReadException("reading is not there yet");
}
