using System.Globalization;
using FeedHub.Model.Words;
using FeedHub.Serving;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Publishing.Pages;

/// <summary>The words of the pages in the reader's language: Indonesian, else English.</summary>
public sealed partial class PageText
{
    private static readonly PageText English = new("en", CultureInfo.GetCultureInfo("en-GB"));
    private static readonly PageText Indonesian = new("id", CultureInfo.GetCultureInfo("id-ID"));

    /// <summary>The words of every language.</summary>
    public static IReadOnlyList<PageText> EveryLanguage { get; } = [English, Indonesian];

    // .NET keeps the first translation of a language's name that it is asked for.
    private static readonly Dictionary<string, string> IndonesianNames = new()
    {
        ["ar"] = "Arab", ["ban"] = "Bali", ["bn"] = "Bengali", ["bug"] = "Bugis", ["cs"] = "Ceko", ["da"] = "Denmark", ["de"] = "Jerman",
        ["el"] = "Yunani", ["en"] = "Inggris", ["es"] = "Spanyol", ["fa"] = "Persia", ["fi"] = "Finlandia", ["fil"] = "Filipino",
        ["fr"] = "Prancis", ["he"] = "Ibrani", ["hi"] = "Hindi", ["hu"] = "Hungaria", ["id"] = "Indonesia", ["it"] = "Italia",
        ["ja"] = "Jepang", ["jv"] = "Jawa", ["km"] = "Khmer", ["ko"] = "Korea", ["ms"] = "Melayu", ["my"] = "Burma", ["nl"] = "Belanda",
        ["no"] = "Norwegia", ["pl"] = "Polandia", ["pt"] = "Portugis", ["ro"] = "Rumania", ["ru"] = "Rusia", ["su"] = "Sunda",
        ["sv"] = "Swedia", ["ta"] = "Tamil", ["th"] = "Thai", ["tl"] = "Tagalog", ["tr"] = "Turki", ["uk"] = "Ukraina", ["ur"] = "Urdu",
        ["vi"] = "Vietnam", ["zh"] = "Tionghoa",
    };

    private PageText(string language, CultureInfo culture) => (Language, Culture) = (language, culture);

    /// <summary>BCP 47 tag of the words.</summary>
    public string Language { get; }

    /// <summary>Culture that dates are written in.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The words for a request, by its Accept-Language. A reader of Malay is better served in Indonesian than in
    /// English.</summary>
    public static PageText For(HttpRequest request) => AcceptedLanguage.IsIndonesian(request) ? Indonesian : English;

    /// <summary>The category's name.</summary>
    public string NameOf(Category category) => Capital(Say(category.English, category.Indonesian));

    /// <summary>A name short enough for a row of them: IPTC's are lists, whose first word says it.</summary>
    public string ShortNameOf(Category category) => Short(category, NameOf(category));

    /// <summary>A category's name, short enough for a row of them.</summary>
    internal static string Short(Category category, string name) => Vocabulary.Topics.Contains(category) ? name.Split(',')[0] : name;

    /// <summary>The language by its name in the reader's, such as <c>bahasa Inggris</c>; the name that it has for itself where that is not
    /// known, and the tag where there is none.</summary>
    public string LanguageOf(string tag) => Say(
        LanguageNames.EnglishOf(tag),
        IndonesianNames.TryGetValue(LanguageNames.CodeOf(tag), out var name) ? $"bahasa {name}" : NameOfLanguage(tag));

    /// <summary>A language's name in itself, such as <c>Indonesia</c>; the tag where there is none.</summary>
    public static string NameOfLanguage(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            return Capital(culture.NativeName.Length > 0 ? culture.NativeName : tag);
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>The day in UTC, such as <c>Sunday, 22 November 2026</c>.</summary>
    public string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("dddd, d MMMM yyyy", Culture);

    /// <summary>The time of day in UTC, which it names: the page's script writes the reader's own.</summary>
    public string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("HH:mm 'UTC'", Culture);

    /// <summary>Day and time of day.</summary>
    public string Moment(DateTimeOffset instant) => $"{Day(instant)}, {Time(instant)}";

    /// <summary>The instant for machines (RFC 3339).</summary>
    public static string Machine(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name as it begins a line.</summary>
    internal static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private string Say(string english, string indonesian) => Language == "id" ? indonesian : english;
}
