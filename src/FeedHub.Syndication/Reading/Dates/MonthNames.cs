using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Month names, full and cut, of the languages that news is written in; accents and case are ignored.</summary>
internal static class MonthNames
{
    // One line a month: English, Indonesian and Malay, German, Dutch, French, Spanish, Portuguese, Italian, Nordic, Polish, Czech, Turkish, Russian,
    // Romanian, Slovak, Finnish, Hungarian, Croatian, Ukrainian, Greek, Thai, Arabic, Hindi, Hebrew, and the months of the Persian calendar.
    private static readonly string[] Lines =
    [
        "january jan januari januar janvier janv enero ene janeiro gennaio gen januari stycznia styczen leden ledna ocak oca январь января янв ianuarie ian januára tammikuuta tammi siječnja січня ιανουάριος ιανουαρίου ιαν มกราคม มค يناير जनवरी ינואר فروردین",
        "february feb februari februar fevrier fevr fev febrero fevereiro febbraio pebruari peb lutego luty unor unora subat sub февраль февраля фев februarie februára helmikuuta helmi veljače лютого φεβρουάριος φεβρουαρίου φεβ กุมภาพันธ์ กพ فبراير شباط फरवरी פברואר اردیبهشت",
        "march mar maret marz maerz marts mars marzo marco maart mrt mac mrz marca marzec brezen brezna mart марта март мар martie maaliskuuta maalis március ožujka березня μάρτιος μαρτίου μαρ มีนาคม มีค مارس آذار मार्च מרץ خرداد",
        "april apr avril avr abril abr aprile kwietnia kwiecien duben dubna nisan nis апрель апреля апр aprilie apríla huhtikuuta huhti április travnja квітня απρίλιος απριλίου απρ เมษายน เมย أبريل نيسان अप्रैल אפריל تیر",
        "may mei mai mayo maio maggio mag maj mej kveten kvetna mayis мая май mája toukokuuta touko május svibnja травня μάιος μαΐου μαι พฤษภาคม พค مايو أيار मई מאי مرداد",
        "june jun juni juin junio junho giugno giu czerwca czerwiec cerven cervna haziran haz июнь июня июн iunie júna kesäkuuta kesä június lipnja червня ιούνιος ιουνίου ιουν มิถุนายน มิย يونيو حزيران जून יוני شهریور",
        "july jul juli juillet juil julio julho luglio lug lipca lipiec cervenec cervence temmuz tem июль июля июл iulie júla heinäkuuta heinä július srpnja липня ιούλιος ιουλίου ιουλ กรกฎาคม กค يوليو تموز जुलाई יולי مهر",
        "august aug agustus agu agt ags agust aout agosto ago augustus ogos sierpnia sierpien srpen srpna agustos август августа авг augusta elokuuta elo augusztus kolovoza серпня αύγουστος αυγούστου αυγ สิงหาคม สค أغسطس آب अगस्त אוגוסט آبان",
        "september sep sept septembre septiembre setiembre setembro set settembre wrzesnia wrzesien zari eylul eyl сентябрь сентября сен сент septembrie septembra syyskuuta syys szeptember rujna вересня σεπτέμβριος σεπτεμβρίου σεπ กันยายน กย سبتمبر أيلول सितंबर सितम्बर ספטמבר آذر",
        "october oct oktober okt octobre octubre outubro out ottobre ott pazdziernika pazdziernik rijen rijna ekim eki октябрь октября окт octombrie októbra lokakuuta loka жовтня οκτώβριος οκτωβρίου οκτ ตุลาคม ตค أكتوبر अक्टूबर אוקטובר دی",
        "november nov nopember nop novembre noviembre novembro listopada listopad listopadu kasim kas ноябрь ноября ноя нояб noiembrie novembra marraskuuta marras studenoga листопада νοέμβριος νοεμβρίου νοε พฤศจิกายน พย نوفمبر नवंबर नवम्बर נובמבר بهمن",
        "december dec desember des dezember dez decembre diciembre dic dezembro dicembre disember dis grudnia grudzien prosinec prosince aralik ara декабрь декабря дек decembrie decembra joulukuuta joulu prosinca грудня δεκέμβριος δεκεμβρίου δεκ ธันวาคม ธค ديسمبر दिसंबर दिसम्बर דצמבר اسفند",
    ];

    // From the scripts of India and Thailand on, such marks are vowels, without which two months are one.
    private const char FirstVowelSign = '\u0900';

    private static readonly Dictionary<string, int> Months = Lines
        .SelectMany((line, i) => line.Split(' ').Select(Plain).Distinct().Select(name => (name, i)))
        .ToDictionary(x => x.name, x => x.i + 1);

    /// <summary>1 to 12, or null for a word that is no month.</summary>
    public static int? Find(string word) => Months.TryGetValue(Plain(word), out var month) ? month : null;

    private static string Plain(string word)
    {
        var letters = word.ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(c => c >= FirstVowelSign || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => c == 'ı' ? 'i' : c).ToArray();
        return new string(letters).Normalize(NormalizationForm.FormC);
    }
}
