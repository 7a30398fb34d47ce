using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Month names, full and cut, of the languages that news is written in; accents and case are ignored.</summary>
internal static class MonthNames
{
    // One line a month: English, Indonesian and Malay, German, Dutch, French, Spanish, Portuguese, Italian, Nordic, Polish, Czech, Turkish, Russian.
    private static readonly string[] Lines =
    [
        "january jan januari januar janvier janv enero ene janeiro gennaio gen januari stycznia styczen leden ledna ocak oca январь января янв",
        "february feb februari februar fevrier fevr fev febrero fevereiro febbraio pebruari peb lutego luty unor unora subat sub февраль февраля фев",
        "march mar maret marz maerz marts mars marzo marco maart mrt mac mrz marca marzec brezen brezna mart марта март мар",
        "april apr avril avr abril abr aprile kwietnia kwiecien duben dubna nisan nis апрель апреля апр",
        "may mei mai mayo maio maggio mag maj mej kveten kvetna mayis мая май",
        "june jun juni juin junio junho giugno giu czerwca czerwiec cerven cervna haziran haz июнь июня июн",
        "july jul juli juillet juil julio julho luglio lug lipca lipiec cervenec cervence temmuz tem июль июля июл",
        "august aug agustus agu agt ags agust aout agosto ago augustus ogos sierpnia sierpien srpen srpna agustos август августа авг",
        "september sep sept septembre septiembre setiembre setembro set settembre wrzesnia wrzesien zari eylul eyl сентябрь сентября сен сент",
        "october oct oktober okt octobre octubre outubro out ottobre ott pazdziernika pazdziernik rijen rijna ekim eki октябрь октября окт",
        "november nov nopember nop novembre noviembre novembro listopada listopad listopadu kasim kas ноябрь ноября ноя нояб",
        "december dec desember des dezember dez decembre diciembre dic dezembro dicembre disember dis grudnia grudzien prosinec prosince aralik ara декабрь декабря дек",
    ];

    private static readonly Dictionary<string, int> Months = Lines
        .SelectMany((line, i) => line.Split(' ').Select(Plain).Distinct().Select(name => (name, i)))
        .ToDictionary(x => x.name, x => x.i + 1);

    /// <summary>1 to 12, or null for a word that is no month.</summary>
    public static int? Find(string word) => Months.TryGetValue(Plain(word), out var month) ? month : null;

    private static string Plain(string word)
    {
        var letters = word.ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => c == 'ı' ? 'i' : c).ToArray();
        return new string(letters).Normalize(NormalizationForm.FormC);
    }
}
