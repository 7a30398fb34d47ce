using System.Collections.Frozen;

namespace FeedHub.Syndication.Reading.Languages;

/// <summary>Codes that stand for others in BCP 47: those of IANA's Language Subtag Registry, and slips that are not a code of anything
/// else.</summary>
internal static class LanguageCodes
{
    // ISO 639-1.
    private static readonly FrozenSet<string> TwoLetters = (
        "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa "
            + "ff fi fj fo fr fy "
        + "ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky "
        + "la lb lg li ln lo "
        + "lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc "
        + "sd se sg sh si sk "
        + "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(
            ' ').ToFrozenSet();

    // The registry's preferred values, the three letters of ISO 639-2 where there are two, and names of countries that are codes of no
    // language.
    private static readonly FrozenDictionary<string, string> Preferred = Pairs(
        "in:id iw:he ji:yi jw:jv mo:ro jp:ja cn:zh cz:cs dk:da ua:uk vn:vi gr:el us:en gb:en "
        + "ind:id eng:en msa:ms may:ms zho:zh chi:zh cmn:zh jpn:ja kor:ko ara:ar deu:de ger:de fra:fr fre:fr spa:es por:pt ita:it nld:nl "
        + "dut:nl rus:ru tur:tr "
        + "tha:th vie:vi hin:hi ben:bn tam:ta tel:te urd:ur fas:fa per:fa heb:he ell:el gre:el pol:pl ces:cs cze:cs slk:sk slo:sk hun:hu "
        + "ron:ro rum:ro bul:bg "
        + "ukr:uk srp:sr hrv:hr slv:sl swe:sv dan:da nor:no nob:nb nno:nn fin:fi isl:is ice:is est:et lav:lv lit:lt sqi:sq alb:sq mkd:mk "
        + "mac:mk hye:hy arm:hy "
        + "kat:ka geo:ka aze:az kaz:kk uzb:uz mya:my bur:my khm:km lao:lo sin:si nep:ne mar:mr guj:gu pan:pa mal:ml kan:kn jav:jv sun:su "
        + "tgl:tl swa:sw amh:am "
        + "som:so hau:ha yor:yo ibo:ig zul:zu xho:xh afr:af cat:ca eus:eu baq:eu glg:gl gle:ga cym:cy wel:cy mlg:mg mon:mn bod:bo tib:bo");

    // Grandfathered tags of the registry, and what Windows calls the two Chinese scripts.
    private static readonly FrozenDictionary<string, string> Tags = Pairs(
        "zh-min-nan:nan zh-hakka:hak zh-xiang:hsn zh-guoyu:zh zh-min:zh i-hak:hak i-lux:lb i-navajo:nv no-bok:nb no-nyn:nn "
            + "art-lojban:jbo zh-chs:zh-hans zh-cht:zh-hant");

    private static readonly FrozenDictionary<string, string> Regions = Pairs("BU:MM DD:DE FX:FR TP:TL YD:YE ZR:CD UK:GB");

    /// <summary>The tag that a whole tag in small letters stands for, or null.</summary>
    public static string? Whole(string tag) => Tags.GetValueOrDefault(tag);

    /// <summary>The code that a primary subtag stands for; null if it is not a language.</summary>
    public static string? Primary(string code) =>
        Preferred.GetValueOrDefault(code) ?? (code.Length == 3 || TwoLetters.Contains(code) ? code : null);

    /// <summary>The region's code of today.</summary>
    public static string Region(string code) => Regions.GetValueOrDefault(code, code);

    private static FrozenDictionary<string, string> Pairs(string pairs) =>
        pairs.Split(' ').Select(pair => pair.Split(':')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
