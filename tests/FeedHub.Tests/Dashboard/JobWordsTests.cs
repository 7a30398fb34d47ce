using System.Reflection;
using FeedHub.Dashboard.Overview;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;
using Hangfire;

namespace FeedHub.Tests.Dashboard;

/// <summary>The overview names jobs, and says what came of them, in Indonesian too.</summary>
public class JobWordsTests
{
    [Fact]
    public void EveryJob_HasANameInIndonesian()
    {
        var names = typeof(JobWords).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<JobDisplayNameAttribute>()?.DisplayName).OfType<string>().Distinct().ToList();
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => Spoken.In(ReasonLanguage.Indonesian, () => JobWords.Name(name)) == name);
    }

    [Theory]
    [InlineData("304, nothing new", "304, tidak ada yang baru")]
    [InlineData("Suara Teluk: 200, 2 new; Poll: 1: 200, 1 new, 3 changed", "Suara Teluk: 200, 2 baru; Poll: 1: 200, 1 baru, 3 berubah")]
    [InlineData("https://a.example/1: read, 579 characters of 2 pages\nhttps://a.example/2: not wanted any more",
        "https://a.example/1: dibaca, 579 karakter dari 2 halaman; https://a.example/2: tidak diperlukan lagi")]
    [InlineData("nobody is to be told (FeedHub:Alerts)", "belum ada yang diberi tahu (FeedHub:Alerts)")]
    [InlineData("json at a.example:80: 2 events not told yet: Connection refused; mail to me@a.example by a.example: 1 event told",
        "json at a.example:80: 2 peristiwa belum diberitahukan: Connection refused; mail to me@a.example by a.example: 1 peristiwa diberitahukan")]
    [InlineData("Suara Teluk: 200, 2 new; something else", null)]
    public void AResult_IsInIndonesian_WhereEachOfItsSentencesIsKnown(string english, string? indonesian)
    {
        var said = Spoken.In(ReasonLanguage.Indonesian, () => JobWords.Result(english));
        Assert.Equal((indonesian ?? english, indonesian is null), (said.Words, said.IsEnglish));
        Assert.Equal(new(english.Replace("\n", "; ", StringComparison.Ordinal), false), JobWords.Result(english));
    }
}
