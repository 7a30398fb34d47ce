using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace FeedHub.Tests.Storage.Writing;

/// <summary>An edit that stands alone is stored whole or not at all.</summary>
public sealed class LoneEditsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DatabaseFile _file;
    private readonly Health _health = new();
    private readonly LoneEdits _edits;

    public LoneEditsTests()
    {
        _file = new(Options.Create(new FeedHubOptions { DataDirectory = _folder.Path }));
        _edits = new(_file, _health);
        _edits.Run(session => session.Execute("CREATE TABLE Lines (Text TEXT)"));
    }

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void WhatItReturns_IsReturned_AndStored()
    {
        Assert.Equal(2, _edits.Run(session => session.Execute("INSERT INTO Lines VALUES ('a'), ('b')")));
        Assert.Equal(["a", "b"], Lines());
    }

    [Fact]
    public void AnEditThatFails_LeavesNothing_AndIsReported()
    {
        var failure = Assert.Throws<InvalidDataException>(() => _edits.Run(HalfAnEdit));
        Assert.Equal([failure], _health.Reported);
        Assert.Empty(Lines());
    }

    [Fact]
    public async Task AnEdit_WaitsForWhoWrites()
    {
        using var writer = new WriteSession(_file);
        writer.Begin();
        writer.Execute("INSERT INTO Lines VALUES ('first')");
        var edit = Task.Run(() => _edits.Run(session => session.Execute("INSERT INTO Lines VALUES ('second')")));
        writer.Commit();
        await edit;
        Assert.Equal(["first", "second"], Lines());
    }

    private static int HalfAnEdit(WriteSession session)
    {
        session.Execute("INSERT INTO Lines VALUES ('half')");
        throw new InvalidDataException("no more");
    }

    private List<string> Lines() => _edits.Run(session => session.Query("SELECT Text FROM Lines", row => row.GetString(0)));

    private sealed class Health : IStorageHealth
    {
        public List<Exception> Reported { get; } = [];

        public Reason? Trouble => null;

        public StorageSpell? Spell => null;

        public Reason? ReasonOf(Exception? error) => null;

        public void Report(Exception failure) => Reported.Add(failure);

        public bool IsWell() => true;
    }
}
