using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FeedHub.Syndication.Writing;

/// <summary>
/// Dates of updates that are all different within one document, as the W3C validator wants them: to each second, which is what is
/// known, a fraction that comes from the entry's id. So an entry keeps its date with any entries beside it. Where the milliseconds are
/// known too, the fraction begins with them, so that later entries have later dates.
/// </summary>
internal sealed class DistinctDates(bool toTheMillisecond)
{
    private readonly uint _fractions = toTheMillisecond ? 10_000u : 10_000_000;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The entry's date, such as <c>2026-11-22T10:00:00.0417312Z</c>.</summary>
    public string Of(MergedEntry entry)
    {
        var known = FeedDates.Rfc3339(entry.Updated).TrimEnd('Z') + (toTheMillisecond ? $".{entry.Updated.Millisecond:000}" : ".");
        var fraction = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Id))) % _fractions;
        while (true)
        {
            var date = known + fraction.ToString(toTheMillisecond ? "0000" : "0000000", CultureInfo.InvariantCulture) + "Z";
            if (_taken.Add(date))
                return date;
            fraction = (fraction + 1) % _fractions;
        }
    }
}
