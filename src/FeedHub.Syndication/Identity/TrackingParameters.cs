using System.Collections.Frozen;

namespace FeedHub.Syndication.Identity;

/// <summary>
/// Parameters that tell where a reader came from, or which session it is. Never one that may name the page (<c>id</c>,
/// <c>p</c>, <c>v</c>, <c>q</c>, <c>story</c>, <c>sid</c>): to hold two articles for one is worse than to hold one for two.
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "ns_", "at_", "mtm_", "hsa_", "guce_", "itm_", "bsft_", "oft_"];

    private static readonly FrozenSet<string> Names = Set(
        "fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid li_fat_id rdt_cid epik s_kwcid ef_id",
        "igshid igsh mibextid mc_cid mc_eid mkt_tok _ga _gl _hsenc _hsmi vero_id oly_anon_id oly_enc_id _openstat",
        "ref_src ref_url pk_campaign pk_kwd pk_source pk_medium pk_content matomo_campaign piwik_campaign",
        "cmpid ncid ocid ito spm smid smtyp emc xtor wt_mc wt_zmc wt.mc_id sr_share soc_src soc_trk tag_from jxconn jxrecoid",
        "guccounter tblci dicbo _branch_match_id zanpid jsessionid phpsessid",
        "srnd sref leadsource xtref xtcr xtatc mbid wprss ftag tsrc .tsrc maca feedname feedtype intcmp int_cmp icid ex_cid s_cid "
            + "sc_cid cm_mmc",
        "_hsfp __hsfp __hstc __hssc __twitter_impression xing_share hsctatracking __s _kx _ke _bhlid ck_subscriber_id ml_subscriber",
        "ml_subscriber_hash gad_source gad_campaignid srsltid irclickid irgwc rb_clickid sscid wickedid wickedsource awc cjevent",
        "fb_action_ids fb_action_types fb_ref fb_source action_object_map action_ref_map sfnsn",
        "elqtrackid elqtrack elqaid elqat elqcampaignid elq wt.mc wt_mc_o wtmc vero_conv mkcid _ym_uid _ga_cid gs_l",
        "ss_email_id ss_source ss_campaign_id sc_src sc_lid sc_llid sc_uid sc_eh sc_customer _branch_referrer dm_i mindbox-click-id",
        "lctg spJobID spMailingID spReportId spUserID nb_klid pk_cid piwik_kwd piwik_keyword matomo_kwd pk_keyword utm-source");

    // The papers of Dow Jones say with it from which box of which page a reader came; programs in PHP, which page of theirs is meant.
    private static readonly FrozenSet<string> OfArticles = Set("mod");

    // These name the page on some sites: they go only with a value that says "came from a feed or a share button".
    private static readonly FrozenSet<string> Doubtful = Set("from ref source src via partner feature share medium cmp traffic_source");

    private static readonly FrozenSet<string> Origins = Set(
        "feed feeds atom twitter facebook whatsapp telegram instagram linkedin reddit pinterest tumblr email mail newsletter",
        "social push copylink copy_link youtu.be");

    /// <summary>Whether a parameter says nothing of which page it is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="path">The address's path in its one spelling.</param>
    public static bool Contains(string name, string value, string path) =>
        Names.Contains(name)
        || (OfArticles.Contains(name) && (ArticlePath.IsSurely(path) || (ArticlePath.IsPerhaps(path) && SaysPlace(value))))
        || Prefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase))
        || (Doubtful.Contains(name) && SaysOrigin(value));

    // "rss_markets", "hp_lead_pos3", "home-page", "mw_latestnews".
    private static bool SaysPlace(string value) => SaysOrigin(value) || value.AsSpan().IndexOfAny('_', '-') > 0;

    private static bool SaysOrigin(string value) =>
        Origins.Contains(value)
        || value.StartsWith("rss", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("share", StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Set(params string[] lines) =>
        lines.SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
