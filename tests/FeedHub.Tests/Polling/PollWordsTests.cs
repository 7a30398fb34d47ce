using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Tests.Polling;

public sealed class PollWordsTests
{
    private static readonly HostRest Rest = new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), Reason.Of(ReasonCode.HttpStatus, 429));

    [Theory]
    [InlineData(0, 0, "200, nothing new")]
    [InlineData(3, 0, "200, 3 new")]
    [InlineData(0, 2, "200, 0 new, 2 changed")]
    [InlineData(3, 2, "200, 3 new, 2 changed")]
    public void A_poll_that_went_well_says_what_it_brought(int added, int changed, string words) =>
        Assert.Equal(words, PollWords.Of(Stored(new(added, changed, 0), error: null)));

    [Fact]
    public void A_poll_that_brought_no_feed_says_why_even_if_its_server_asked_for_a_rest() =>
        Assert.Equal("HTTP 500", PollWords.Of(Stored(default, "HTTP 500")));

    [Fact]
    public void A_poll_that_did_not_take_place_says_why_and_has_no_error()
    {
        PollReport[] reports =
            [new(PollEnd.NotDue), new(PollEnd.HostBusy), new(PollEnd.ServerRests) { Rest = Rest }, new(PollEnd.Outdated)];
        Assert.Equal(
            [
                "not due, or being polled already",
                "its host is busy with other polls: tried again in a few seconds",
                "its server wants to be left alone, since HTTP 429",
                "polled, but edited or removed meanwhile: what came is not kept",
            ],
            reports.Select(PollWords.Of));
        Assert.All(reports, report => Assert.Null(report.Error));
    }

    private static PollReport Stored(IngestResult ingested, string? error) =>
        PollReport.Of(new(new(SourceState.Active, null, TimeSpan.FromHours(1), 0, error is null ? null : Reason.Sentence(error)), ingested,
            200, Rest, LooksDifferent: false));
}
