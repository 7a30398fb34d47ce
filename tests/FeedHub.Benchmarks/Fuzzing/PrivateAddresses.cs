using System.Net;
using System.Net.Sockets;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Addresses that are not public, told apart by their bits alone: a second opinion on the guard's table.</summary>
internal static class PrivateAddresses
{
    public static bool Contain(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork ? IsV4(bytes) : IsV6(bytes);
    }

    private static bool IsV4(byte[] b) =>
        b[0] is 0 or 10 or 127 or >= 224 || (b[0] == 100 && b[1] is >= 64 and < 128) || (b[0] == 169 && b[1] == 254)
            || (b[0] == 172 && b[1] is >= 16 and < 32)
            || (b[0] == 192 && (b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2)))
            || (b[0] == 198
            && (b[1] is 18 or 19 || (b[1] == 51 && b[2] == 100)))
            || (b[0] == 203 && b[1] == 0 && b[2] == 113);

    // Public is 2000::/3 except 6to4, Teredo and documentation.
    private static bool IsV6(byte[] b) =>
        (b[0] & 0xE0) != 0x20 || (b[0] == 0x20 && b[1] == 0x02)
            || (b[0] == 0x20 && b[1] == 0x01 && ((b[2] == 0 && b[3] == 0) || (b[2] == 0x0D && b[3] == 0xB8)));
}
