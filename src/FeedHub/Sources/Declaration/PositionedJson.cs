using System.Text.Json;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>A JSON value that knows where it stands, so that a complaint about its meaning can name the place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Byte at which it starts.</param>
/// <param name="Text">The decoded text of a string; null for all others.</param>
/// <param name="Members">Members of an object in file order, repeated names included.</param>
/// <param name="Items">Items of an array.</param>
internal sealed record PositionedJson(
    JsonValueKind Kind,
    int Offset,
    string? Text,
    IReadOnlyList<PositionedMember> Members,
    IReadOnlyList<PositionedJson> Items)
{
    /// <summary>A whole number; null for all that is none.</summary>
    public long? Number { get; init; }

    /// <summary>What it is in words for a message, such as <c>a list</c>.</summary>
    public string InWords => Kind switch
    {
        JsonValueKind.Object => Say("an object", "objek"),
        JsonValueKind.Array => Say("a list", "daftar"),
        JsonValueKind.String => Say("a text", "teks"),
        JsonValueKind.Number => Say("a number", "angka"),
        JsonValueKind.Null => "null",
        _ => Say("true or false", "true atau false"),
    };

    /// <summary>The last member of this name, as JSON readers take it, or null.</summary>
    public PositionedJson? Member(string name) => Members.LastOrDefault(m => m.Name == name).Value;
}

/// <summary>A name and its value; the offset is the name's.</summary>
internal readonly record struct PositionedMember(string Name, int Offset, PositionedJson Value);
