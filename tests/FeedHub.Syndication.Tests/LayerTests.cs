using System.Reflection;
using FeedHub.Syndication.Identity;
using NetArchTest.Rules;

namespace FeedHub.Syndication.Tests;

/// <summary>FeedHub.Syndication is pure: text and values in, values and text out.</summary>
public class LayerTests
{
    private static readonly string[] Forbidden =
        ["System.Net.Http", "System.Net.Sockets", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Microsoft.AspNetCore", "Hangfire"];

    private static readonly Assembly Syndication = typeof(CanonicalUrl).Assembly;

    [Fact]
    public void Syndication_DependsOnNoServiceLibrary() => Assert.Empty(Offenders(Types.InAssembly(Syndication)));

    [Fact]
    public void Syndication_ReferencesNoServiceAssembly() => Assert.Empty(ForbiddenReferences(Syndication));

    [Fact]
    public void TheRules_FindATypeThatBreaksThem()
    {
        var here = typeof(LayerTests).Assembly;
        Assert.Contains(nameof(Impure), Offenders(Types.InAssembly(here)));
        Assert.Contains("System.Net.Http", ForbiddenReferences(here));
    }

    private static IEnumerable<string> Offenders(Types types) =>
        types.ShouldNot().HaveDependencyOnAny(Forbidden).GetResult().FailingTypes?.Select(t => t.Name) ?? [];

    private static IEnumerable<string> ForbiddenReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => Forbidden.Any(f => name == f || name.StartsWith(f + ".", StringComparison.Ordinal)));

    private sealed class Impure
    {
        public static HttpClient Client() => new();
    }
}
