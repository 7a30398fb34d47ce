using System.Runtime.CompilerServices;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;

namespace FeedHub.Tests.Architecture;

/// <summary>One name, one meaning: a type, or a component of a page, shares its name with no other.</summary>
public class NameTests
{
    private static readonly IEnumerable<Type> Types =
        new[] { typeof(Program), typeof(DatabaseWriter), typeof(Source), typeof(CanonicalUrl) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    [Fact]
    public void ComponentsOfPages_AreLookedAt() => Assert.Contains(Types, type => type == typeof(FeedHub.Publishing.Pages.StoryPage));

    [Fact]
    public void NoTwoTypes_HaveTheSameName() => Assert.Empty(
        from type in Types
        where IsNamedByUs(type)
        group type by type.Name into namesakes
        where namesakes.Count() > 1
        select string.Join(" and ", namesakes.Select(type => type.FullName)));

    // A migration may be called in one engine as in the other; the names of imports are Razor's.
    private static bool IsNamedByUs(Type type) =>
        type.Namespace is { } room && room.StartsWith("FeedHub.", StringComparison.Ordinal)
        && !room.EndsWith(".Migrations", StringComparison.Ordinal) && type.Name != "_Imports";
}
