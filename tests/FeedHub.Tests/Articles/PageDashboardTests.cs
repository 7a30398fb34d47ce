using FeedHub.Articles;
using FeedHub.Tests.Hosting;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Articles;

/// <summary>What an admin sees of article pages, and can do.</summary>
public sealed class PageDashboardTests
{
    [Fact]
    public async Task TheSourcesPage_SaysHowManyWereRead_AndThatWholeTextsAreRepublished()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("one", "gone");
        paper.Write("one");
        await paper.PollAsync();
        await paper.ReadAsync();

        var page = await paper.Service.Client.GetStringAsync("/hangfire/sources/harbour");
        Assert.Contains("1 read, 1 refused, 0 without an article; 0 to be read", page, StringComparison.Ordinal);
        Assert.Contains("This hub is open", page, StringComparison.Ordinal);
        Assert.Contains("404", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClosedHub_AndASourceOfItsFeedAlone_SayNothingOfIt()
    {
        await using var closed = await Paper.StartAsync(settings: "--FeedHub:Publishing:Access=closed");
        Assert.DoesNotContain(
            "This hub is open", await closed.Service.Client.GetStringAsync("/hangfire/sources/harbour"), StringComparison.Ordinal);
        await using var plain = await Paper.StartAsync("\"content\": \"full\"");
        Assert.DoesNotContain(
            "Article pages", await plain.Service.Client.GetStringAsync("/hangfire/sources/harbour"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheButton_TriesARefusedPageAgain_AndWhatItReadsIsTaken()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("one");
        await paper.PollAsync();
        Assert.Equal(["one Refused"], await paper.ReadAsync());
        paper.Write("one");

        var page = await paper.Service.ShowAsync("/hangfire/sources/harbour", "/hangfire/sources/harbour/article");

        Assert.Contains("/a/one: read, ", page, StringComparison.Ordinal);
        var item = Assert.Single(await paper.Service.ItemsOf("/api/items"));
        Assert.Contains("crossed the bay", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheJobOfAHost_ReadsItsPages_AndARefusedOneStandsAsAFailedJobThatCanBeRequeued()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("one", "gone");
        paper.Write("one");
        await paper.PollAsync();
        await paper.Service.Services.GetRequiredService<PageDispatcher>().RunAsync(CancellationToken.None);

        var jobs = paper.Service.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        var failed = await TestService.UntilAsync(() => Task.FromResult(jobs.FailedJobs(0, 9)), found => found.Count == 1);
        Assert.Contains("/a/gone: ", failed[0].Value.ExceptionMessage, StringComparison.Ordinal);
        await TestService.UntilAsync(async () => (await paper.Service.ItemsOf("/api/items")).Count, count => count == 2);
        paper.Write("gone");
        paper.Service.Services.GetRequiredService<IBackgroundJobClient>().Requeue(failed[0].Key);
        await TestService.UntilAsync(
            async () => (await paper.Service.ItemsOf("/api/items")).Count(
                item => item.GetProperty("content_html").GetString()!.Contains("crossed", StringComparison.Ordinal)),
            count => count == 2);
    }
}
