using System.Security.Cryptography;
using System.Text;

namespace FeedHub.Sources.Declaration;

/// <summary>
/// Tells whether an entry says the same as before, in any order of its properties, spacing and comments.
/// Over what is written, not over what it means: who adds <c>"enabled": true</c> to a source that an admin has paused wants
/// it applied, though true is the default.
/// </summary>
internal static class EntryHash
{
    private const int Bytes = 16;

    /// <summary>32 hexadecimal digits.</summary>
    public static string Of(PositionedJson entry)
    {
        var canonical = new StringBuilder();
        Write(entry, canonical);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }

    private static void Write(PositionedJson value, StringBuilder to)
    {
        // The lengths keep different contents apart, which plain concatenation would not.
        to.Append(value.Kind).Append(value.Text?.Length ?? value.Items.Count + value.Members.Count).Append(':')
            .Append(value.Text).Append(value.Number);
        foreach (var item in value.Items)
        {
            Write(item, to);
        }

        foreach (var member in value.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            to.Append(member.Name.Length).Append(':').Append(member.Name);
            Write(member.Value, to);
        }
    }
}
