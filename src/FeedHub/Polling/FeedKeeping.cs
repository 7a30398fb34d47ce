using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>Keeps what a good answer says of its source, inside the poll's transaction: validators, the feed's own words, and where it came
/// from.</summary>
internal sealed class FeedKeeping(WriteSession session, PollAnswer answer, DateTimeOffset now)
{
    private readonly Source _source = answer.Source;
    private readonly FetchResult _fetched = answer.Fetched;
    private readonly SourceReading _reading = new(session, answer.Source.Id);

    /// <summary>Keeps it; returns the address to which the source moved, or null.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="note">What was repaired or left out, or null.</param>
    public string? Keep(FeedReadResult read, Reason? note)
    {
        KeepValidators(read);
        if (read is { Feed: { } feed, Document: { } document })
            _reading.Keep(feed, document, feed.IsCut ? null : read.BodyHash, _fetched.BytesReceived, note, now);
        if (read.FoundSelectors is { } found)
            _reading.SetFoundSelectors(found);
        return _fetched.Outcome == FetchOutcome.Fetched ? Move(_fetched.MovedTo ?? AskedAddress.Of(_source)) : null;
    }

    // Validators, and the hash that stands in for them, belong to an answer that was a whole feed: kept from a page that was none, or
    // from a feed that was cut, they would earn 304s for it, and what was missing would stay away.
    private void KeepValidators(FeedReadResult read)
    {
        if (_fetched.Outcome == FetchOutcome.NotModified)
            Renew();
        else if (read.Feed is { IsCut: true })
            _reading.ForgetValidators();
        else if (!_fetched.Truncated || read.Feed is not null)
            _reading.SetValidators(_fetched.ETag, _fetched.LastModified);
    }

    // A 304 may bring other validators, and mostly brings those that were sent.
    private void Renew()
    {
        if ((_fetched.ETag ?? _source.Polling.ETag) != _source.Polling.ETag
            || (_fetched.LastModified ?? _source.Polling.LastModified) != _source.Polling.LastModified)
            _reading.RenewValidators(_fetched.ETag, _fetched.LastModified);
    }

    // To where the feed came from, if that is not where the source is; the address that it leaves is remembered.
    private string? Move(string target)
    {
        if (!SourceUrl.TryParse(target, out _) || target == _source.Url)
            return null;
        var move = new SourceMove(session, _source.Id);
        if (SourceUrl.Key(target) == _source.UrlKey)
        {
            // Another spelling is not a move, but asked as its server spells it there is no redirect on the way, which would keep
            // validators back.
            move.Respell(target);
            return null;
        }

        var former = AskedAddress.IsFormer(_source) && target != _source.Polling.FormerUrl ? _source.Polling.FormerUrl! : _source.Url;
        return move.To(target, former, now) ? target : null;
    }
}
