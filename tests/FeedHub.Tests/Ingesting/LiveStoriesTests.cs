using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Ingesting;

/// <summary>The index of stories goes back with the transaction that failed: it draws copies by what the database holds, and by that
/// alone.</summary>
[Trait("Storage", "sqlite")]
public sealed class LiveStoriesTests : IAsyncLifetime
{
    private const long Wire = 1;
    private const long Paper = 2;
    private const long FloodStory = 1;
    private const long HarbourStory = 2;

    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    private static readonly Fingerprint Flood = Fingerprint.Of("Lirang meluap", string.Join(' ', Told.Flood));
    private static readonly Fingerprint Harbour = Fingerprint.Of("Port Selwyn closed", string.Join(' ', Told.Harbour));

    private readonly TempFolder _folder = new();
    private readonly LiveStories _live = new(new MatchOptions(), new Fingerprinter(), new FakeTimeProvider(Morning.AddHours(1)));
    private DatabaseFile _file = null!;
    private WriteSession _session = null!;

    public async Task InitializeAsync()
    {
        var directory = _folder.File("data");
        await EmptyDatabase.PutAsync(directory);
        _file = new(Options.Create(new FeedHubOptions { DataDirectory = directory }));
        _session = new(_file);
        _live.Load(_session);
    }

    public Task DisposeAsync()
    {
        _session.Dispose();
        _file.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void AStoryThatWasBegun_IsGone()
    {
        Fail(() =>
        {
            Begin(FloodStory, Flood);
            Assert.Equal(FloodStory, StoryOf(Flood));
        });

        Assert.Null(StoryOf(Flood));
        Assert.Equal(0, _live.Count);
    }

    [Fact]
    public void AStoryOfAnEarlierTransaction_Stays()
    {
        Succeed(() => Begin(FloodStory, Flood));
        Fail(() => Begin(HarbourStory, Harbour));

        Assert.Equal((FloodStory, null), (StoryOf(Flood), StoryOf(Harbour)));
        Assert.Equal(1, _live.Count);
    }

    [Fact]
    public void AStoryThatGotAnotherLead_IsFoundByTheStoredOneAgain()
    {
        Succeed(() => Begin(FloodStory, Flood));
        Fail(() =>
        {
            StoreFingerprint(7, Harbour);
            _session.Execute("UPDATE Stories SET LeadItemId = 7 WHERE Id = ?1", FloodStory);
            _live.Refresh(_session, FloodStory);
            Assert.Equal((null, FloodStory), (StoryOf(Flood), StoryOf(Harbour)));
        });

        Assert.Equal((FloodStory, null), (StoryOf(Flood), StoryOf(Harbour)));
    }

    [Fact]
    public void AStoryThatWasRemoved_IsBack()
    {
        Succeed(() => Begin(FloodStory, Flood));
        Fail(() =>
        {
            _session.Execute("DELETE FROM Stories");
            _live.Remove([FloodStory]);
            Assert.Null(StoryOf(Flood));
        });

        Assert.Equal(FloodStory, StoryOf(Flood));
    }

    [Fact]
    public void StoriesThatWereJoined_AreTwoAgain()
    {
        Succeed(() =>
        {
            Begin(FloodStory, Flood);
            Begin(HarbourStory, Harbour);
        });
        Fail(() =>
        {
            Join();
            Assert.Equal(FloodStory, StoryOf(Harbour));
        });

        Assert.Equal((FloodStory, HarbourStory), (StoryOf(Flood), StoryOf(Harbour)));
    }

    [Fact]
    public void AJoinOfAnEarlierTransaction_Stays()
    {
        Succeed(() =>
        {
            Begin(FloodStory, Flood);
            Begin(HarbourStory, Harbour);
            Join();
        });
        Fail(() =>
        {
            _session.Execute("DELETE FROM JoinedStories");
            _live.RefreshRelations(_session);
            _live.Refresh(_session, HarbourStory);
            Assert.Null(StoryOf(Harbour));
        });

        Assert.Equal((FloodStory, FloodStory), (StoryOf(Flood), StoryOf(Harbour)));
    }

    [Fact]
    public void AStoryThatWasSplitOff_DrawsNoCopies()
    {
        Succeed(() => Begin(FloodStory, Flood));
        Fail(() =>
        {
            Begin(HarbourStory, Flood);
            _session.Execute("INSERT INTO StoriesApart (StoryId, FromId) VALUES (?1, ?2)", HarbourStory, FloodStory);
            _live.RefreshRelations(_session);
            Assert.Equal(HarbourStory, StoryOf(Flood));
        });

        Assert.Equal(FloodStory, StoryOf(Flood));
    }

    [Fact]
    public void WhereTheDatabaseCannotBeReadEither_WhatWasTouchedDrawsNoCopies_AndTheRestDoes()
    {
        Succeed(() =>
        {
            Begin(FloodStory, Flood);
            Begin(HarbourStory, Harbour);
        });
        _session.Begin();
        _live.Refresh(_session, FloodStory);
        _session.Rollback();
        _session.Execute("ALTER TABLE JoinedStories RENAME TO Unreadable");
        _live.Rollback(_session);

        Assert.Equal((null, HarbourStory), (StoryOf(Flood), StoryOf(Harbour)));
    }

    [Fact]
    public void AnotherConnection_TellsWhatHolds_WhereTheFirstWasGivenUp()
    {
        Succeed(() => Begin(FloodStory, Flood));
        _session.Begin();
        Begin(HarbourStory, Harbour);
        _live.Remove([FloodStory]);
        using var next = new WriteSession(_file);
        _live.Rollback(next);

        Assert.Equal((FloodStory, null), (StoryOf(Flood), StoryOf(Harbour)));
        _session.Rollback();
    }

    private void Succeed(Action commands)
    {
        _session.Begin();
        commands();
        _session.Commit();
        _live.Commit();
    }

    private void Fail(Action commands)
    {
        _session.Begin();
        commands();
        _session.Rollback();
        _live.Rollback(_session);
    }

    // A story's number is its only item's too.
    private void Begin(long story, Fingerprint lead)
    {
        _session.Execute(
            "INSERT INTO Stories (Id, EntryId, LeadItemId, SortAt, PublishedAt, FirstSeenAt, UpdatedAt, ChangedAt) VALUES (?1, ?2, ?1, ?3, ?3, ?3, ?3, ?3)",
            story, $"urn:test:{story}", Morning);
        StoreFingerprint(story, lead);
        _live.Begin(story, Wire, Morning, Morning, lead);
    }

    private void StoreFingerprint(long item, Fingerprint fingerprint) => _session.Execute(
        "INSERT INTO Fingerprints (ItemId, SourceId, At, Bytes) VALUES (?1, ?2, ?3, ?4)", item, Wire, Morning, fingerprint.ToBytes());

    private void Join()
    {
        var merge = new StoryMerge(_session);
        merge.Move(new(HarbourStory, HarbourStory), FloodStory, Reason.Of(ReasonCode.JoinedByAdmin));
        merge.Delete(HarbourStory);
        _live.RefreshRelations(_session);
        _live.Refresh(_session, HarbourStory);
        _live.Refresh(_session, FloodStory);
    }

    private long? StoryOf(Fingerprint copy) =>
        _live.Find(copy, Paper, Morning.AddMinutes(30)) is { IsSame: true } verdict ? verdict.StoryId : null;
}
