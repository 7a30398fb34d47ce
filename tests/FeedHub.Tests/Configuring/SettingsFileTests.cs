using FeedHub.Configuring;
using FeedHub.Storage.Files;

namespace FeedHub.Tests.Configuring;

public class SettingsFileTests
{
    private const string Key = "FeedHub:Retention:Days";

    [Fact]
    public void WhatWasSet_HoldsWhileItIsReadAgain()
    {
        var store = new Store();
        var settings = new SettingsFile(store);
        settings.Load();
        store.WhileRead = () => Assert.True(settings.TryGet(Key, out var value) && value == "30");
        settings.Recall();
        Assert.Equal(2, store.Reads);
    }

    [Fact]
    public void WhereItCannotBeReadAgain_WhatWasSetHolds_AndTheProblemIsSaid()
    {
        var store = new Store();
        var settings = new SettingsFile(store);
        settings.Load();
        store.WhileRead = () => throw new IOException("The disk is gone.");
        settings.Recall();
        Assert.True(settings.TryGet(Key, out var value));
        Assert.Equal(("30", "The disk is gone."), (value, settings.Problem));
    }

    private sealed class Store : ISettingsStore
    {
        public int Reads { get; private set; }

        public Action WhileRead { get; set; } = () => { };

        public string Place => "here";

        public Dictionary<string, string?> Read()
        {
            WhileRead();
            Reads++;
            return new() { [Key] = "30" };
        }

        public void Write(IReadOnlyDictionary<string, string?> settings)
        {
        }

        public string ProblemOf(Exception error) => error.Message;
    }
}
