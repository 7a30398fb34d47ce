using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Month names, full and cut, of the languages that news is written in; accents and case are ignored.</summary>
internal static class MonthNames
{
    // One line a month: English, Indonesian and Malay, German, Dutch, French, Spanish, Portuguese, Italian, Nordic, Polish, Czech, Turkish,
    // Russian, Romanian, Slovak, Finnish, Hungarian, Croatian, Ukrainian, Greek, Thai, Arabic, Hindi, Hebrew, and the months of the Persian
    // calendar; then Lithuanian, Latvian, Estonian, Bulgarian, Serbian, Swahili, Filipino, Catalan, Welsh, Ukrainian cut, Bengali, Urdu,
    // Tamil, Hebrew with "in", and Arabic of the Maghreb.
    private static readonly string[] Lines =
    [
        "january jan januari januar janvier janv enero ene janeiro gennaio gen januari stycznia styczen leden ledna ocak oca январь "
            + "января янв ianuarie ian januára tammikuuta tammi siječnja січня ιανουάριος ιανουαρίου ιαν มกราคม มค يناير जनवरी ינואר "
            + "فروردین sausio janvaris janvari jaanuar януари јануар enero gener ionawr січ জানুয়ারি جنوری ஜனவரி בינואר جانفي",
        "february feb februari februar fevrier fevr fev febrero fevereiro febbraio pebruari peb lutego luty unor unora subat sub февраль "
            + "февраля фев februarie februára helmikuuta helmi veljače лютого φεβρουάριος φεβρουαρίου φεβ กุมภาพันธ์ กพ فبراير شباط "
            + "फरवरी פברואר اردیبهشت vasario februaris februari veebruar февруари фебруар pebrero febrer chwefror лют ফেব্রুয়ারি "
            + "فروری பிப்ரவரி בפברואר فيفري",
        "march mar maret marz maerz marts mars marzo marco maart mrt mac mrz marca marzec brezen brezna mart марта март мар martie "
            + "maaliskuuta maalis március ožujka березня μάρτιος μαρτίου μαρ มีนาคม มีค مارس آذار मार्च מרץ خرداد kovo marta märts март "
            + "machi març mawrth бер মার্চ مارچ மார்ச் במרץ",
        "april apr avril avr abril abr aprile kwietnia kwiecien duben dubna nisan nis апрель апреля апр aprilie apríla huhtikuuta huhti "
            + "április travnja квітня απρίλιος απριλίου απρ เมษายน เมย أبريل نيسان अप्रैल אפריל تیر balandžio aprilis aprili aprill "
            + "април aprili ebrill квіт এপ্রিল اپریل ஏப்ரல் באפריל أفريل",
        "may mei mai mayo maio maggio mag maj mej kveten kvetna mayis мая май mája toukokuuta touko május svibnja травня μάιος μαΐου μαι "
            + "พฤษภาคม พค مايو أيار मई מאי مرداد gegužės maijs maija май мај mei maig трав মে مئی மே במאי ماي",
        "june jun juni juin junio junho giugno giu czerwca czerwiec cerven cervna haziran haz июнь июня июн iunie júna kesäkuuta kesä "
            + "június lipnja червня ιούνιος ιουνίου ιουν มิถุนายน มิย يونيو حزيران जून יוני شهریور birželio junijs junija juuni юни јун "
            + "hunyo juny mehefin черв জুন جون ஜூன் ביוני جوان",
        "july jul juli juillet juil julio julho luglio lug lipca lipiec cervenec cervence temmuz tem июль июля июл iulie júla heinäkuuta "
            + "heinä július srpnja липня ιούλιος ιουλίου ιουλ กรกฎาคม กค يوليو تموز जुलाई יולי مهر liepos julijs julija juuli юли јул "
            + "julai hulyo juliol gorffennaf лип জুলাই جولائی ஜூலை ביולי جويلية يوليوز",
        "august aug agustus agu agt ags agust aout agosto ago augustus ogos sierpnia sierpien srpen srpna agustos август августа авг "
            + "augusta elokuuta elo augusztus kolovoza серпня αύγουστος αυγούστου αυγ สิงหาคม สค أغسطس آب अगस्त אוגוסט آبان rugpjūčio "
            + "augusts avgust август agosti agost awst серп আগস্ট اگست ஆகஸ்ட் באוגוסט أوت غشت",
        "september sep sept septembre septiembre setiembre setembro set settembre wrzesnia wrzesien zari eylul eyl сентябрь сентября сен "
            + "сент septembrie septembra syyskuuta syys szeptember rujna вересня σεπτέμβριος σεπτεμβρίου σεπ กันยายน กย سبتمبر أيلول "
            + "सितंबर सितम्बर ספטמבר آذر rugsėjo septembris septembri септември септембар septembar septemba setyembre setembre medi "
            + "вер সেপ্টেম্বর ستمبر செப்டம்பர் בספטמבר شتنبر",
        "october oct oktober okt octobre octubre outubro out ottobre ott pazdziernika pazdziernik rijen rijna ekim eki октябрь октября "
            + "окт octombrie októbra lokakuuta loka жовтня οκτώβριος οκτωβρίου οκτ ตุลาคม ตค أكتوبر अक्टूबर אוקטובר دی spalio oktobris "
            + "oktobri oktoober октомври октобар oktobar oktoba oktubre hydref жовт অক্টোবর اکتوبر அக்டோபர் באוקטובר",
        "november nov nopember nop novembre noviembre novembro listopada listopad listopadu kasim kas ноябрь ноября ноя нояб noiembrie "
            + "novembra marraskuuta marras studenoga листопада νοέμβριος νοεμβρίου νοε พฤศจิกายน พย نوفمبر नवंबर नवम्बर נובמבר بهمن "
            + "lapkričio novembris novembri ноември новембар novembar novemba nobyembre tachwedd лист নভেম্বর نومبر நவம்பர் "
            + "בנובמבר نونبر",
        "december dec desember des dezember dez decembre diciembre dic dezembro dicembre disember dis grudnia grudzien prosinec prosince "
            + "aralik ara декабрь декабря дек decembrie decembra joulukuuta joulu prosinca грудня δεκέμβριος δεκεμβρίου δεκ ธันวาคม ธค "
            + "ديسمبر दिसंबर दिसम्बर דצמבר اسفند gruodžio decembris decembri detsember декември децембар decembar desemba disyembre "
            + "desembre rhagfyr груд ডিসেম্বর دسمبر டிசம்பர் בדצמבר دجنبر",
    ];

    // From the scripts of India and Thailand on, such marks are vowels, without which two months are one.
    private const char FirstVowelSign = '\u0900';

    private static readonly Dictionary<string, int> Months = Lines
        .Zip(FurtherMonthNames.Lines, (line, further) => $"{line} {further}")
        .SelectMany((line, i) => line.Split(' ').Select(Plain).Distinct().Select(name => (name, i)))
        .ToDictionary(x => x.name, x => x.i + 1);

    /// <summary>1 to 12, or null for a word that is not a month.</summary>
    public static int? Find(string word) => Months.TryGetValue(Plain(word), out var month) ? month : null;

    private static string Plain(string word)
    {
        var letters = word.ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(c => c >= FirstVowelSign || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => c == 'ı' ? 'i' : c).ToArray();
        return new string(letters).Normalize(NormalizationForm.FormC);
    }
}
