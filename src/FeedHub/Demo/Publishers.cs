using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Demo;

/// <summary>The outlets of the newsroom. All are invented, and so is everything they print.</summary>
internal static class Publishers
{
    private const string Agency = "kabar-nusantara";

    private const string Wire = "harbour-wire";

    private static readonly string[] Network = ["koran-sungai", "harian-pesisir", "suara-teluk", "pos-pegunungan"];

    /// <summary>Every outlet; the place in the list is part of item numbers, so new ones go to the end.</summary>
    public static readonly IReadOnlyList<Publisher> All =
    [
        new()
        {
            Slug = Agency, Title = "Kabar Nusantara", Tagline = "Kantor berita untuk seluruh kepulauan.", Path = "/kabar-nusantara/rss",
            Cadence = 40, Backlog = 12, Held = 4, Pictures = true, Dateline = "{place} (Kabar Nusantara) - ", Interval = 10,
        },
        new()
        {
            Slug = "kabar-nusantara-ekonomi", Title = "Kabar Nusantara - Ekonomi", Tagline = "Berita ekonomi dari Kabar Nusantara.",
            Path = "/kabar-nusantara/ekonomi/rss", ReprintsFrom = [Agency], Topics = ["economy", "labour"], Category = ["economy"],
            Tracking = "utm_source=rss&utm_medium=feed&utm_campaign=ekonomi", Dateline = "{place} (Kabar Nusantara) - ",
        },
        Regional("koran-sungai") with
        {
            Title = "Koran Sungai", Tagline = "Suara warga sepanjang Sungai Lirang.", Cadence = 55, Backlog = 5, Held = 2,
        },
        Regional("harian-pesisir") with
        {
            Title = "Harian Pesisir", Tagline = "Kabar pelabuhan & pantai utara.", Broken = true, Backlog = 4, Held = 1,
        },
        Regional("suara-teluk") with
        {
            Title = "Suara Teluk", Tagline = "Dari teluk untuk kepulauan timur.", Clock = Clock.Wita, Share = 3, Backlog = 4, Held = 1,
        },
        Regional("pos-pegunungan") with
        {
            Title = "Pos Pegunungan", Tagline = "Harian dataran tinggi.", Dates = DateStyle.Words, Share = 3, Backlog = 4, Held = 1,
        },
        new()
        {
            Slug = "layar-warga", Title = "Layar Warga", Tagline = "Gaya hidup, budaya, dan cerita sehari-hari.",
            Path = "/layar-warga/feed", Dates = DateStyle.Zoneless, Backlog = 7, Held = 1, Pictures = true, Interval = 20,
            ReprintsFrom = [Agency, "koran-sungai", "suara-teluk"],
            Topics = ["arts", "lifestyle", "human-interest", "society", "religion", "education", "health"],
        },
        new()
        {
            Slug = Wire, Title = "Harbour Wire", Tagline = "A news agency for the straits.", Path = "/harbour-wire/rss", Language = "en",
            Clock = Clock.Utc, Manner = Manner.Slow, Cadence = 45, Backlog = 12, Held = 2, Dateline = "{place} (Harbour Wire) — ",
        },
        new()
        {
            Slug = "meridian-post", Title = "The Meridian Post", Tagline = "National news, read before breakfast.",
            Path = "/meridian-post/atom.xml", Language = "en", Clock = Clock.Wita, Format = FeedFormat.Atom, Pictures = true,
            Corrects = true, Cadence = 50, Backlog = 6, Held = 2, ReprintsFrom = [Wire], Dateline = "{place} — ",
        },
        new()
        {
            Slug = "circuit-ledger", Title = "Circuit Ledger", Tagline = "Machines, networks and the people behind them.",
            Path = "/circuit-ledger/feed.json", Language = "en", Clock = Clock.Utc, Format = FeedFormat.Json, Pictures = true, Backlog = 8,
            Held = 1, ReprintsFrom = [Wire], Topics = ["science-technology", "economy"],
        },
        new()
        {
            Slug = "touchline", Title = "Touchline", Tagline = "Every match, near and far.", Path = "/touchline/index.rdf", Language = "en",
            Clock = Clock.Utc, Format = FeedFormat.Rdf, SummaryOnly = true, Backlog = 10, Held = 1,
            ReprintsFrom = [Wire], Topics = ["sport"],
            Category = ["sport"],
        },
        new()
        {
            Slug = "world-desk", Title = "World Desk", Tagline = "The day abroad, in short.", Path = "/world-desk/rss", Language = "en",
            Clock = Clock.Utc, Manner = Manner.Failing, SummaryOnly = true, Backlog = 6, Held = 1, ReprintsFrom = [Wire], Share = 3,
        },
        new()
        {
            Slug = "old-gazette", Title = "The Old Gazette", Tagline = "Closed after ninety years.", Path = "/old-gazette/rss",
            Language = "en", Manner = Manner.Gone,
        },
        new()
        {
            Slug = "planet-kepulauan", Title = "Planet Kepulauan", Tagline = "Semua kabar kepulauan di satu halaman.",
            Path = "/planet-kepulauan/atom.xml", Format = FeedFormat.Atom,
            ReprintsFrom = [Agency, "koran-sungai", "suara-teluk", "meridian-post"],
            Tracking = "utm_source=planet&utm_medium=atom", Interval = 20,
        },
        Regional("lembar-pagi") with
        {
            Title = "Lembar Pagi", Tagline = "Dua kalimat di umpan, dua halaman di situs.", SummaryOnly = true, Paged = true, Share = 2,
            Interval = 20,
        },
        Regional("warta-lembah") with
        {
            Title = "Warta Lembah", Tagline = "Koran kampung tanpa umpan.", Path = "/warta-lembah/", Kind = SourceKind.Page, Share = 2,
            Backlog = 3, Held = 1, Interval = 20,
        },
    ];

    /// <summary>The outlet of that slug; an unknown slug is an error in the table above.</summary>
    public static Publisher Of(string slug) => All.Single(publisher => publisher.Slug == slug);

    /// <summary>The outlet's place in <see cref="All"/>.</summary>
    public static int Place(Publisher publisher) => All.TakeWhile(other => other.Slug != publisher.Slug).Count();

    private static Publisher Regional(string slug) => new()
    {
        Slug = slug,
        Title = slug,
        Tagline = "",
        Path = $"/{slug}/rss",
        ReprintsFrom = [Agency, .. Network.Where(other => other != slug)],
        Dateline = slug.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() + ".EXAMPLE - ",
    };
}
