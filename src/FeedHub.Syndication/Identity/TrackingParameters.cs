using System.Collections.Frozen;

namespace FeedHub.Syndication.Identity;

/// <summary>
/// Parameters that tell where a reader came from, or which session it is. Never one that may name the page (<c>id</c>,
/// <c>p</c>, <c>v</c>, <c>q</c>, <c>story</c>, <c>sid</c>): to hold two articles for one is worse than to hold one for two.
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "ns_", "at_", "mtm_", "hsa_", "guce_"];

    private static readonly FrozenSet<string> Names = Set(
        "fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid li_fat_id rdt_cid epik s_kwcid ef_id",
        "igshid igsh mibextid mc_cid mc_eid mkt_tok _ga _gl _hsenc _hsmi vero_id oly_anon_id oly_enc_id _openstat",
        "ref_src ref_url pk_campaign pk_kwd pk_source pk_medium pk_content matomo_campaign piwik_campaign",
        "cmpid ncid ocid ito spm smid smtyp emc xtor wt_mc wt_zmc wt.mc_id sr_share soc_src soc_trk tag_from jxconn jxrecoid",
        "guccounter tblci dicbo _branch_match_id zanpid jsessionid phpsessid");

    // These name the page on some sites: they go only with a value that says "came from a feed or a share button".
    private static readonly FrozenSet<string> Doubtful = Set("from ref source src via partner feature share medium cmp traffic_source");

    private static readonly FrozenSet<string> Origins = Set(
        "feed feeds atom twitter facebook whatsapp telegram instagram linkedin reddit pinterest tumblr email mail newsletter",
        "social push copylink copy_link youtu.be");

    public static bool Contains(string name, string value) =>
        Names.Contains(name)
        || Prefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase))
        || (Doubtful.Contains(name) && SaysOrigin(value));

    private static bool SaysOrigin(string value) =>
        Origins.Contains(value)
        || value.StartsWith("rss", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("share", StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Set(params string[] lines) =>
        lines.SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
