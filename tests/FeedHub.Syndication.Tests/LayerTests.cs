using FeedHub.Syndication.Reading;
using NetArchTest.Rules;

namespace FeedHub.Syndication.Tests;

/// <summary>FeedHub.Syndication is pure: text and values in, text and values out.</summary>
public class LayerTests
{
    private static readonly string[] Foreign = ["System.Net.Http", "System.Net.Sockets", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore", "Hangfire"];

    [Fact]
    public void Syndication_KnowsNothingOfHttpDatabasesAndJobs()
    {
        var result = Types.InAssembly(typeof(FeedDocument).Assembly).ShouldNot().HaveDependencyOnAny(Foreign).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Syndication_ReferencesNoAssemblyOfThem() =>
        Assert.DoesNotContain(
            typeof(FeedDocument).Assembly.GetReferencedAssemblies(),
            reference => Array.Exists(Foreign, name => reference.Name!.StartsWith(name, StringComparison.Ordinal)));

    [Fact]
    public void TheRule_FindsATypeThatBreaksIt() =>
        Assert.False(Types.InAssembly(typeof(LayerTests).Assembly).That().HaveName(nameof(Breaker)).ShouldNot().HaveDependencyOnAny(Foreign).GetResult().IsSuccessful);

    private sealed class Breaker
    {
        public HttpClient Client { get; } = new();
    }
}
