using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing.Pages;

/// <summary>The words of the page of an event.</summary>
public sealed partial class PageText
{
    public string Order => Say("Order", "Urutan");

    public string NewestFirst => Say("Newest", "Terbaru");

    public string ByEvent => Say("By event", "Per peristiwa");

    public string TopFirst => Say("Top", "Teratas");

    public string Top => Say("What most papers report", "Paling banyak diberitakan");

    /// <summary>What is shown where only events of so many papers are.</summary>
    public string FromAtLeast(int sources) => Say($"from {sources} papers or more", $"dari {sources} media atau lebih");

    public string WhoReported => Say("Who reported, and when", "Siapa yang memberitakan, dan kapan");

    public string WhyTogether => Say("Why these are together", "Mengapa berita-berita ini dikelompokkan");

    public string SharedNames => Say("Names that most of them have:", "Nama yang ada di sebagian besar berita:");

    public string SharedWords => Say("Words that most of them have:", "Kata yang ada di sebagian besar berita:");

    public string NothingShared =>
        Say("They tell of the same in other words.", "Semuanya memberitakan hal yang sama dengan kata-kata yang berbeda.");

    public string HowTogether => Say(
        "They were put together by their names and words, within two days. They are stories of their own, and nobody wrote them together.",
        "Dikelompokkan otomatis berdasarkan nama dan kata yang sama, dalam rentang dua hari. Masing-masing tetap berita tersendiri.");

    public string Briefing => Say("Briefing", "Ringkasan");

    public string NoBriefing => Say("There is no such briefing", "Ringkasan ini tidak ada");

    public string OtherNews => Say("Other news", "Berita lain");

    public string NoNews => Say("There was no news in this span.", "Tidak ada berita dalam rentang ini.");

    /// <summary>What a briefing is, and when it comes.</summary>
    public string BriefingHelp(IReadOnlyList<TimeOnly> hours, TimeZoneInfo zone)
    {
        var times = string.Join(", ", hours.Select(hour => hour.ToString("HH:mm", Culture)));
        var name = zone.HasSameRules(TimeZoneInfo.Utc) ? "UTC" : zone.Id;
        return Say(
            $"What most papers reported, at {times} {name}. An edition does not change afterwards.",
            $"Yang paling banyak diberitakan, pukul {times} {name}. Setelah terbit, edisi tidak berubah.");
    }

    public string NoEvent => Say("There is no such event", "Peristiwa ini tidak ada");

    public string NoEventHelp => Say(
        "Its stories are gone, or it never was at this address.",
        "Beritanya sudah tidak ada, atau alamat ini memang tidak pernah ada.");

    public string First => Say("first", "pertama");

    public string TakeOut => Say("Take this story out of the event", "Keluarkan berita ini dari peristiwa");

    /// <summary>How many stories there are of an event, and from how many papers.</summary>
    public string MoreOnThis(EntryCoverage coverage) => EntryShape.More(coverage.Stories, coverage.Sources, Language == "id");

    /// <summary>How many stories from how many papers.</summary>
    public string Counted(int stories, int sources) => (Language, stories, sources) switch
    {
        ("id", _, _) => $"{stories} berita dari {sources} media",
        (_, 1, 1) => "1 story from 1 paper",
        (_, 1, _) => $"1 story from {sources} papers",
        (_, _, 1) => $"{stories} stories from 1 paper",
        _ => $"{stories} stories from {sources} papers",
    };
}
