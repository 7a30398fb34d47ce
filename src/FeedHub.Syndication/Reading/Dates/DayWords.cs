namespace FeedHub.Syndication.Reading.Dates;

/// <summary>
/// Words of more languages for the half of the day, as patterns: what CLDR has, and how people speak of it. German, Dutch, Nordic, Slavic,
/// Baltic, Romance, Hungarian, Turkish, Albanian and Greek ones, Swahili and Filipino, then those of India and the rest of Asia.
/// </summary>
internal static class DayWords
{
    public const string Morning =
        @"vormittags?|morgens|['’]s (?:ochtends|morgens)|[op][må] (?:formiddagen|förmiddagen|morgonen)|aamu(?:lla|päivällä)|hommikul"
            + @"|dopoledne|ráno|dopoludnia|rano|przed południem|prijepodne|prepodne|претпл\.|утра|ранку|сутринта|преди обяд"
            + @"|priešpiet|ryt[ąo]|priekšpusdienā|no rīta|délelőtt|reggel|di mattina|del mattino|del mat[ií]|dimineața|sabah|το πρωί"
            + @"|moies|yb|asubuhi|ng umaga|(?-i:TO|BN)|بې? ?سهار|غ\.\s?م\.|בבוקר|ү\.\s?ө\.|таңкы|सुबह|सकाळी|बिहान|পূর্বাহ্ন|পূৰ্বাহ্ন|সকাল"
            + @"|ਪੂ\.\s?ਦੁ\.|காலை|ఉదయం|രാവിലെ|ಪೂರ್ವಾಹ್ನ|පෙ\.\s?ව\.|ቅ\.\s?ቀ\.";

    public const string Evening =
        @"nachmittags?|abends|['’]s (?:middags|avonds)|[op][må] (?:eftermiddagen|ettermiddagen|aftenen|kvelden|kvällen)"
            + @"|iltapäivällä|illalla|pärastlõunal|õhtul|odpoledne|večer|popoludní|popoludniu|po południu|wieczorem|popodne|попл\."
            + @"|вечера|вечора|вечерта|след обяд|popiet|vakar[eā]|pēcpusdienā|délután|este|d[ie]l? pomeriggio|d[ie](?:lla)? sera"
            + @"|de la tarda|del vespre|după-amiaza|seara|öğleden sonra|akşam|το (?:απόγευμα|βράδυ)|nomëttes|yh|alasiri|jioni|ng hapon"
            + @"|(?-i:TK|PN)|غ\.\s?و\.|בערב|אחר הצהריי?ם|ү\.\s?х\.|түштөн кийинки|शाम|सायंकाळी|बेलुका|অপরাহ্ন|অপৰাহ্ন|বিক[াে]ল|সন্ধ্যা"
            + @"|ਬਾ\.\s?ਦੁ\.|மாலை|సాయంత్రం|വൈകുന്നേരം|ಅಪರಾಹ್ನ|ප\.\s?ව\.|ድ\.\s?ቀ\.";

    public const string Noon = @"mittags|дня|дні|mchana|ng tanghali|בצהריי?ם|दोपहर|दुपारी|दिउँसो|দুপুর|மதியம்|మధ్యాహ్నం|ഉച്ച";

    public const string Night =
        @"nachts|['’]s nachts|yöllä|öösel|v noci|w nocy|ночи|ночі|nakt[įī]|éjjel|noaptea|de la nit|gece|usiku|ng gabi|בלילה|रात|रात्री"
            + @"|রাত|இரவு|రాత్రి|രാത്രി";
}
