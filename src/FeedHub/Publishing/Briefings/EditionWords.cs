using System.Globalization;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing.Briefings;

/// <summary>The words of editions: Indonesian where the briefing is of Indonesian stories alone, else English.</summary>
internal sealed record EditionWords(bool IsIndonesian)
{
    /// <summary>BCP 47 tag.</summary>
    public string Language => IsIndonesian ? "id" : "en";

    /// <summary>What stories of no category stand under.</summary>
    public string Others => IsIndonesian ? "Berita lain" : "Other news";

    /// <summary>The name of briefings.</summary>
    public string Briefing => IsIndonesian ? "Ringkasan" : "Briefing";

    /// <summary>What an edition without an event says.</summary>
    public string Nothing => IsIndonesian ? "Tidak ada berita dalam rentang ini." : "There was no news in this span.";

    /// <summary>Those of a briefing.</summary>
    public static EditionWords Of(BriefingPlan plan) =>
        new(plan.Filter.Languages is [var only] && only.Split('-')[0].ToLowerInvariant() is "id" or "ms");

    /// <summary>The name of a category.</summary>
    public string NameOf(Category category)
    {
        var name = IsIndonesian ? category.Indonesian : category.English;
        return name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>The title of an edition, in the time of its zone.</summary>
    public string TitleOf(DateTimeOffset at, TimeZoneInfo zone)
    {
        var culture = CultureInfo.GetCultureInfo(IsIndonesian ? "id-ID" : "en-GB");
        return $"{Briefing}: {TimeZoneInfo.ConvertTime(at, zone).ToString("dddd, d MMMM yyyy, HH:mm", culture)}";
    }

    /// <summary>How many stories there were of an event, and from how many papers.</summary>
    public string More(int stories, int sources) => EntryShape.More(stories, sources, IsIndonesian);
}
