using System.Buffers;

namespace FeedHub.Syndication.Identity;

/// <summary>The name of an address's host in the form that DNS knows.</summary>
public static class HostName
{
    // RFC 1035, section 2.3.4: 255 octets with the lengths of the labels, of which the text lacks two.
    private const int Longest = 253;
    private const int LongestLabel = 63;

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create(" !\"#$&'()*+,/;<=>?@[\\]^`{|}");

    /// <summary>
    /// In ASCII (RFC 5891), as <see cref="Uri.IdnHost"/> gives it, an IPv6 address without brackets; null for a name that IDNA forbids,
    /// such as one with a character that only looks like a dot. Such a name can be neither looked up nor asked.
    /// </summary>
    /// <param name="address">An absolute address.</param>
    public static string? Ascii(Uri address)
    {
        try
        {
            // Some of what Uri takes for a name becomes one with a space in it.
            var host = address.IdnHost;
            return host.AsSpan().ContainsAny(NeverInNames) ? null : host;
        }
        catch (UriFormatException)
        {
            // Uri takes such names, and says so only when asked for the ASCII form; there is no TryGet.
            return null;
        }
    }

    /// <summary>Whether a name is longer than DNS has room for: 253 characters, 63 of them between two dots. Such a name cannot be looked
    /// up.</summary>
    /// <param name="ascii">As <see cref="Ascii"/> gives it.</param>
    public static bool IsTooLong(string ascii) =>
        ascii.TrimEnd('.').Length > Longest || ascii.Split('.').Any(label => label.Length > LongestLabel);
}
