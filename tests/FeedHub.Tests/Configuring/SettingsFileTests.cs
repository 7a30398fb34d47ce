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

    [Fact]
    public void WhatIsSetWhileItIsReadAgain_Holds()
    {
        var store = new Store();
        var settings = new SettingsFile(store);
        settings.Load();
        store.WhileRead = () =>
        {
            store.WhileRead = () => { };
            var read = store.Stored;
            settings.Change(Key, "40");
            store.Answer = read;
        };
        settings.Recall();
        Assert.True(settings.TryGet(Key, out var value));
        Assert.Equal("40", value);
    }

    private sealed class Store : ISettingsStore
    {
        public Dictionary<string, string?> Stored { get; private set; } = new() { [Key] = "30" };

        public Dictionary<string, string?>? Answer { get; set; }

        public int Reads { get; private set; }

        public Action WhileRead { get; set; } = () => { };

        public string Place => "here";

        public Dictionary<string, string?> Read()
        {
            WhileRead();
            Reads++;
            var read = Answer ?? Stored;
            Answer = null;
            return read;
        }

        public void Write(IReadOnlyDictionary<string, string?> settings) => Stored = new(settings);

        public string ProblemOf(Exception error) => error.Message;
    }
}
