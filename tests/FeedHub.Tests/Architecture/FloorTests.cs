using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;
using FeedHub.Tests.Sources;
using NetArchTest.Rules;

namespace FeedHub.Tests.Architecture;

/// <summary>The house has floors, which docs/architecture.md names: a room uses only rooms below it.</summary>
public partial class FloorTests
{
    private static readonly string[] Sqlite = ["Microsoft.Data.Sqlite", "SQLitePCL", "Npgsql"];

    private static readonly Dictionary<string, Assembly> Projects =
        new[] { typeof(Program), typeof(DatabaseWriter), typeof(Source), typeof(CanonicalUrl) }
            .Select(type => type.Assembly).ToDictionary(assembly => assembly.GetName().Name!);

    // Looked through once: that takes seconds.
    private static readonly ConcurrentDictionary<Assembly, Lazy<Rooms>> Read = new();

    public static TheoryData<string> Names => [.. Projects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NoRoomOfAProject_UsesItselfByWayOfOthers(string project) => Assert.Empty(CirclesOf(RoomsOf(Projects[project])));

    [Fact]
    public void NoProject_UsesItselfByWayOfOthers() =>
        Assert.Empty(Circle.Among(
            from project in Projects.Values
            from used in project.GetReferencedAssemblies()
            select (project.GetName().Name!, used.Name!)));

    // Its rows stand from the bottom up.
    [Fact]
    public void TheTableOfRooms_HasEachRoomOnce_AboveAllThatItUses()
    {
        var rooms = RoomsOf(typeof(Program).Assembly);
        var rows = Row().Matches(Encoding.UTF8.GetString(RepositoryFile.Read("docs/architecture.md")))
            .Select(row => row.Groups["room"].Value)
            .ToList();

        Assert.Equal(rooms.All, rows.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(rooms.Uses, use => rows.IndexOf(use.From) < rows.IndexOf(use.To));
    }

    [Fact]
    public void Hosting_IsUsedByProgramAlone() =>
        Assert.Equal([typeof(Program)], RoomsOf(typeof(Program).Assembly).UsersOf("Hosting"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Sqlite_IsKnownUnderEnginesAlone(string project) => Assert.DoesNotContain(
        UsersOfSqlite(Projects[project]),
        type => !$"{type.Namespace}.".StartsWith("FeedHub.Storage.Engines.", StringComparison.Ordinal));

    [Fact]
    public void TheRules_FindWhatBreaksThem()
    {
        Assert.Contains(typeof(UsesSqlite), UsersOfSqlite(typeof(FloorTests).Assembly));
        Assert.Contains(typeof(UsesHosting), RoomsOf(typeof(FloorTests).Assembly).UsersOf("Hosting"));
    }

    // Each room offers what it keeps for a bounded time.
    [Fact]
    public void Retention_KnowsNoRoomThatKeepsSomething() => Assert.DoesNotContain(
        Types.InAssembly(typeof(Program).Assembly).That()
            .HaveDependencyOnAny(
                "FeedHub.Articles", "FeedHub.Categories", "FeedHub.Ingesting", "FeedHub.Sources", "FeedHub.Storage.Statements.Audit")
            .GetTypes(),
        type => type == typeof(FeedHub.Hosting.Retention));

    [Fact]
    public void ACircle_IsFoundOverSeveralRooms_AndWhatOnlyLeadsThereIsNot()
    {
        (string, string)[] uses = [("door", "hall"), ("hall", "attic"), ("attic", "cellar"), ("cellar", "hall"), ("cellar", "ground")];
        Assert.Equal([("hall", "attic"), ("attic", "cellar"), ("cellar", "hall")], Circle.Among(uses));
    }

    private static Rooms RoomsOf(Assembly assembly) => Read.GetOrAdd(assembly, _ => new(() => new(assembly))).Value;

    private static IEnumerable<string> CirclesOf(Rooms rooms)
    {
        var uses = rooms.Uses;
        var circles = Circle.Among(uses.Select(use => (use.From, use.To)));
        return uses.Where(use => circles.Contains((use.From, use.To))).Select(use => $"{use.From} uses {use.To} in {use.Type}");
    }

    private static IEnumerable<Type> UsersOfSqlite(Assembly assembly) =>
        Types.InAssembly(assembly).That().HaveDependencyOnAny(Sqlite).GetTypes();

    [GeneratedRegex(@"^\| `(?<room>\w+)/` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed class UsesHosting
    {
        public static Hosting.TempFolder Folder() => new();
    }

    private sealed class UsesSqlite
    {
        public static Microsoft.Data.Sqlite.SqliteConnection Connection() => new();
    }
}
