using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling.Sending;

/// <summary>Makes what is sent of a poll, and the poll again where it is stored.</summary>
public sealed class PollPacking(FeedReader reader, SourceMemory memory, INodes nodes, TimeProvider time)
{
    /// <summary>The poll as it is sent, its instants by the clock of the node that stores.</summary>
    public byte[] Pack(ReadPoll poll)
    {
        var (ahead, fetched) = (nodes.OwnerAhead, poll.Answer.Fetched);
        var (version, rules) = reader.TaggedBy;
        return PackedBytes.Write(new PackedPoll(
            poll.Answer.Started + ahead,
            fetched with { Body = default, Sent = [.. fetched.Sent.Select(sent => sent with { At = sent.At + ahead })] },
            PackedRead.Of(poll.Read, poll.Read.TaggerVersion == version ? rules : 0)));
    }

    /// <summary>The poll as it was, of its source as it stands.</summary>
    /// <exception cref="System.Text.Json.JsonException">The bytes are of no poll.</exception>
    public ReadPoll Unpack(byte[] bytes, Source source)
    {
        var packed = PackedBytes.Read<PackedPoll>(bytes);
        var answer = new PollAnswer(source, packed.Started, packed.Fetched);
        var known = packed.Read.Document is null ? KnownListing.Nothing : memory.Recall(answer);
        var (version, rules) = reader.TaggedBy;
        return new(answer, packed.Read.Unpack(item => Late(packed, source)(item), packed.Read.Rules == rules ? version : -1), known);
    }

    private Func<Syndication.Reading.ParsedItem, ItemReading> Late(PackedPoll packed, Source source) =>
        reader.LateReadings(packed.Read.Feed!, source, time.GetUtcNow());
}
