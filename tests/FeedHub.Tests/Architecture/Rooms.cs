using System.Reflection;
using NetArchTest.Rules;

namespace FeedHub.Tests.Architecture;

/// <summary>A project's rooms, which are its top namespaces, and which of them uses which, as the compiled assembly has it.</summary>
internal sealed class Rooms
{
    private readonly Types _types;
    private readonly string _project;
    private readonly Lazy<IReadOnlyList<Use>> _uses;

    public Rooms(Assembly assembly)
    {
        _types = Types.InAssembly(assembly);
        _project = assembly.GetName().Name!;
        All = [.. assembly.GetTypes().Select(RoomOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        _uses = new(() => [.. All.SelectMany(UsesOf)]);
    }

    public IReadOnlyList<string> All { get; }

    /// <summary>Every use of a room by a type of another one.</summary>
    public IReadOnlyList<Use> Uses => _uses.Value;

    /// <summary>The types outside of a room that use it; types of no room, such as Program, included.</summary>
    public IEnumerable<Type> UsersOf(string room) =>
        _types.That().HaveDependencyOn($"{_project}.{room}").GetTypes().Where(type => RoomOf(type) != room);

    private IEnumerable<Use> UsesOf(string room) =>
        from type in UsersOf(room)
        let user = RoomOf(type)
        where user is not null
        select new Use(user, room, type.Name);

    private string? RoomOf(Type type) =>
        type.Namespace?.Split('.') is { } names && string.Join('.', names.SkipLast(1).Take(Depth)) == _project ? names[Depth] : null;

    private int Depth => _project.Split('.').Length;

    /// <summary>A type of the room <paramref name="From"/> that uses the room <paramref name="To"/>.</summary>
    internal sealed record Use(string From, string To, string Type);
}
