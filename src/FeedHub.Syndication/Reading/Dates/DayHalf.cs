using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>
/// Words that say which half of the day an hour of the clock's face is in: those of CLDR's day periods, and what papers write besides.
/// Latin ones that are words of other languages too count only in capitals or with their points.
/// </summary>
internal static partial class DayHalf
{
    // Chinese, Korean and Japanese write no space between words.
    private const string EastMorning = "오전|새벽|아침|上午|凌晨|清晨|早晨|早上|午前|朝", EastEvening = "오후|저녁|下午|傍晚|午後|夕方";
    private const string EastNoon = "낮|中午|昼", EastNight = "밤|晚上|晚间|晚間|深夜|夜";

    // Arabic, Persian, Urdu, Hebrew, Greek, Thai, Hindi, Bengali, Tamil, Burmese, Khmer, Lao, Amharic, then Cyrillic and Latin ones.
    private const string Morning =
        @"[صق](?!\p{L})|صباح\p{M}*ا?\p{M}*|ق\.?\s?ظ\.?|قبل\s?از\s?ظهر|صبح|לפנה[""״]צ|π\.?\s?μ\.?|ก่อนเที่ยง|पूर्वाह्न|পূর্বাহ্ণ"
            + @"|முற்பகல்|နံနက်|ព្រឹក|ກ່ອນທ່ຽງ|ጥዋት"
        + @"|пр\.\s?об\.|пре\s?подне|претпладне|дп|[öÖ][öÖ]|de\.|dop\.|p\.d\.|ap\.|fm|f\.h\.|vm\.|vorm\.|pagi|PG|(?-i:SA)|sáng"
        + @"|e paradites|da manhã|de la mañana|du matin|" + DayWords.Morning;

    private const string Evening =
        @"م(?!\p{L})|مساء?\p{M}*ا?\p{M}*|ب\.?\s?ظ\.?|بعد\s?از\s?ظهر|شام|אחה[""״]צ|μ\.?\s?μ\.?|หลังเที่ยง|अपराह्न|অপরাহ্ণ|பிற்பகல்"
            + @"|ညနေ|ល្ងាច|ຫຼັງທ່ຽງ|ከሰዓት"
        + @"|сл\.\s?об\.|по\s?подне|попладне|пп|[öÖ][sS]|du\.|odp\.|pop\.|m\.d\.|ip\.|em$|e\.h\.|nm\.|nachm\.|sore|petang|PTG"
        + @"|(?-i:CH)|chiều|tối|e pasdites|da tarde|de la tarde|de l['’]après-midi|du soir|" + DayWords.Evening;

    private const string Noon = @"siang|tengah hari|trưa|ظهر\p{M}*ا?\p{M}*|" + DayWords.Noon;
    private const string Night = @"malam|đêm|da noite|de la noche|ليل\p{M}*ا?\p{M}*|" + DayWords.Night;

    private const string NoLetter = @"(?<![\p{L}\p{M}])(?![صقم][\s,]*$)";

    /// <summary>The hour of the day, 0 to 24, and the text after it without the word.</summary>
    /// <param name="before">The text before the hour.</param>
    /// <param name="hour">As written; above 12 no word changes it.</param>
    /// <param name="after">The text after the time.</param>
    public static (int Hour, string After) Read(string before, int hour, string after)
    {
        var word = After().Match(after);
        if (word.Success)
            return (Hour(word, hour), after[word.Length..]);
        return (Hour(Before().Match(before), hour), after);
    }

    /// <summary>Whether "am" or "pm" stands after the time.</summary>
    public static bool IsLatin(string after) => Latin().IsMatch(after);

    private static int Hour(Match word, int hour) =>
        hour > 12 ? hour
        : word.Groups["am"].Success ? hour % 12
        : word.Groups["pm"].Success ? (hour % 12) + 12
        : word.Groups["noon"].Success ? AtNoon(hour)
        : word.Groups["night"].Success ? AtNight(hour)
        : hour;

    private static int AtNoon(int hour) => hour <= 6 ? hour + 12 : hour;

    // Eleven at night is before midnight, one and twelve are after it.
    private static int AtNight(int hour) => hour == 12 ? 0 : hour < 5 ? hour : hour + 12;

    [GeneratedRegex(@"^\s*[ap](?:\.\s?)?m\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex(
        $@"^\s*(?:ב[־-])?(?:(?<am>a(?:\.\s?)?m\b\.?|{EastMorning}|(?:{Morning})(?![\p{{L}}\p{{M}}]))|(?<pm>p(?:\.\s?)?m\b\.?|{EastEvening}"
            + $@"|(?:{Evening})(?![\p{{L}}\p{{M}}]))|(?<noon>{EastNoon}|(?:{Noon})(?!\p{{L}}))|(?<night>{EastNight}"
            + $@"|(?:{Night})(?!\p{{L}})))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex After();

    // A single letter before the hour belongs to the date: "2025م" is the year of Christ.
    [GeneratedRegex(
        $@"(?:(?<am>\ba(?:\.\s?)?m\.?|{EastMorning}|{NoLetter}(?:{Morning}))|(?<pm>\bp(?:\.\s?)?m\.?|{EastEvening}"
            + $@"|{NoLetter}(?:{Evening}))|(?<noon>{EastNoon}|{NoLetter}(?:{Noon}))|(?<night>{EastNight}|{NoLetter}(?:{Night})))[\s,]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
