using System.Reflection;
using System.Runtime.CompilerServices;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;

namespace FeedHub.Tests.Architecture;

/// <summary>A class that works with many others has more than one duty. What a record holds is not counted.</summary>
public class CollaboratorTests
{
    private const int Most = 8;

    [Fact]
    public void NoClass_HasMoreThanEightCollaborators() => Assert.Empty(
        from known in new[] { typeof(Program), typeof(DatabaseWriter), typeof(Source), typeof(CanonicalUrl) }
        from type in known.Assembly.GetTypes()
        where type.IsClass && !IsRecord(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let count = constructor.GetParameters().Length
        where count > Most
        select $"{type.FullName} has {count}");

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
