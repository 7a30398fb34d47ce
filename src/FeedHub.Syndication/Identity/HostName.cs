namespace FeedHub.Syndication.Identity;

/// <summary>The name of an address's host in the form that DNS knows.</summary>
public static class HostName
{
    /// <summary>
    /// In ASCII (RFC 5891), as <see cref="Uri.IdnHost"/> gives it, an IPv6 address without brackets; null for a name that IDNA forbids, such as
    /// one with a character that only looks like a dot. Such a name can be neither looked up nor asked.
    /// </summary>
    /// <param name="address">An absolute address.</param>
    public static string? Ascii(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            // Uri takes such names, and says so only when asked for the ASCII form; there is no TryGet.
            return null;
        }
    }
}
