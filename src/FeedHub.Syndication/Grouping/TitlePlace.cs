using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>
/// Where a headline says that something was ("Harga cabai di Sadeng naik", "Van hits café in Dunmoor"): two that each name a place which
/// the other story does not have are of two events, no matter how alike they are otherwise.
/// </summary>
internal static class TitlePlace
{
    // What stands before a place.
    private static readonly ushort[] Before = WordIds.Of("di kota kabupaten kab warga in at near");

    // Where it all is may be said instead of the town.
    private static readonly ushort[] Wide = WordIds.Of("indonesia ri dunia asia eropa amerika world europe america");

    /// <summary>The first word of the first place; 0: none. A place is what the text has as a name.</summary>
    public static ushort Of(Fingerprint lead)
    {
        for (var i = 1; i < lead.Title.Length; i++)
        {
            var word = lead.Title[i];
            if (Before.AsSpan().Contains(lead.Title[i - 1]) && IsName(lead, word))
                return Wide.AsSpan().Contains(word) ? (ushort)0 : word;
        }

        return 0;
    }

    private static bool IsName(Fingerprint lead, ushort word)
    {
        for (var i = 0; i < lead.Opening.Length; i++)
        {
            if (lead.Opening[i] == word && (lead.Names >> i & 1) != 0)
                return true;
        }

        return false;
    }
}
