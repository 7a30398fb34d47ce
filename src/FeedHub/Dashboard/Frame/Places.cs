namespace FeedHub.Dashboard.Frame;

/// <summary>The menu of the dashboard, and what each page is for.</summary>
internal static class Places
{
    /// <summary>The first page, which no other is under.</summary>
    public const string Home = "/hangfire";

    private static readonly Place[] OfSources =
    [
        new(
            ("All sources", "Semua sumber"), "/hangfire/sources",
            ("The feeds that FeedHub polls: how each of them is, and what you can do with it.",
                "Feed yang diperiksa FeedHub: bagaimana keadaannya, dan apa yang dapat Anda lakukan dengannya."),
            "sources#many-sources"),
        new(
            ("Import", "Impor"), "/hangfire/sources/import",
            ("Adds the sources of a list (OPML), and says of each what became of it.",
                "Menambahkan sumber dari sebuah daftar (OPML), dan menunjukkan hasilnya satu per satu."),
            "sources#many-sources"),
        new(
            ("Export", "Ekspor"), "/hangfire/sources/export",
            ("Your sources as files, and how they differ from feeds.json.", "Sumber Anda sebagai berkas, dan bedanya dengan feeds.json."),
            "sources#many-sources"),
    ];

    private static readonly Place[] OfOperations =
    [
        new(
            ("Hosts", "Host"), "/hangfire/hosts",
            ("What FeedHub has asked of other people's servers, and which of them want to be left alone for a while.",
                "Apa yang diminta FeedHub dari server orang lain, dan server mana yang untuk sementara minta tidak diganggu."),
            "operating#watching-feedhub"),
        new(
            ("Nodes", "Node"), "/hangfire/nodes",
            ("The FeedHubs that share this database: which of them stores, and how each one is.",
                "FeedHub yang memakai basis data ini bersama: mana yang menyimpan, dan bagaimana keadaan masing-masing."),
            "operating#postgresql-instead"),
        new(
            ("Backups", "Cadangan"), "/hangfire/backups",
            ("Copies of the database: those there are, one more, and how to go back to one.",
                "Salinan basis data: yang sudah ada, membuat yang baru, dan cara kembali ke salah satunya."),
            "operating#data-and-backup"),
        new(
            ("Jobs", "Tugas"), "/hangfire/jobs", ("What the workers do, did and will do.", "Apa yang sedang, sudah, dan akan dikerjakan."),
            "operating#watching-feedhub")
        {
            Also = ["/hangfire/graph"],
            Metric = "feedhub:crashed",
        },
        new(
            ("Retries", "Percobaan ulang"), "/hangfire/retries",
            ("Jobs that failed and are tried again by themselves.", "Tugas yang gagal dan dicoba lagi dengan sendirinya."),
            "operating#watching-feedhub"),
        new(
            ("Recurring jobs", "Tugas berkala"), "/hangfire/recurring",
            ("What FeedHub does again and again, and when next.", "Apa yang dikerjakan FeedHub berulang-ulang, dan kapan berikutnya."),
            "operating#watching-feedhub"),
        new(
            ("Servers", "Server"), "/hangfire/servers",
            ("The groups of workers, and which queues they serve.", "Kelompok pekerja, dan antrean yang mereka layani."),
            "operating#watching-feedhub"),
    ];

    private static readonly Place[] OfSettings =
    [
        new(
            ("Settings", "Pengaturan"), "/hangfire/settings",
            ("How FeedHub works: what each setting is, where it comes from, and what can be changed here.",
                "Cara kerja FeedHub: nilai tiap pengaturan, dari mana asalnya, dan apa yang dapat diubah di sini."),
            "configuration"),
        new(
            ("Access", "Akses"), "/hangfire/access",
            ("Who gets in: people who are signed in, keys of programs, and the password.",
                "Siapa yang boleh masuk: orang yang sedang masuk, kunci untuk program, dan kata sandi."),
            "operating#access"),
        new(
            ("Audit log", "Log audit"), "/hangfire/audit",
            ("Who changed what, newest first.", "Siapa mengubah apa, yang terbaru di atas."), "operating#access"),
    ];

    /// <summary>The tabs, in their order.</summary>
    public static IReadOnlyList<Place> Tabs { get; } =
    [
        new(
            ("Overview", "Ikhtisar"), Home,
            ("Is everything well, what is not, and what to do about it.",
                "Apakah semuanya baik, apa yang tidak, dan apa yang perlu dilakukan."),
            "operating#watching-feedhub"),
        new(("Sources", "Sumber"), "/hangfire/sources", ("", ""), "") { Within = OfSources, Metric = "feedhub:ailing" },
        new(
            ("Stories", "Berita"), "/hangfire/stories",
            ("Which items are one story: what is in doubt, what was merged, and what readers do not see.",
                "Butir mana yang merupakan satu berita: yang meragukan, yang digabungkan, dan yang tidak dilihat pembaca."),
            "reading#stories"),
        new(
            ("Categories", "Kategori"), "/hangfire/categories",
            ("How stories get their categories, and the rules that you write.",
                "Bagaimana berita mendapat kategorinya, dan aturan yang Anda tulis."),
            "sources#categories"),
        new(
            ("Feeds", "Feed"), "/hangfire/feeds",
            ("Feeds of your own: stories by a filter, at an address of its own.",
                "Feed Anda sendiri: berita menurut filter, di alamat tersendiri."),
            "reading#feeds-of-your-own"),
        new(("Operations", "Operasional"), "/hangfire/hosts", ("", ""), "") { Within = OfOperations },
        new(("Settings", "Pengaturan"), "/hangfire/settings", ("", ""), "") { Within = OfSettings },
    ];

    private static readonly Place[] Single =
    [
        new(("Help", "Bantuan"), "/hangfire/help", ("The docs of this version.", "Dokumentasi versi ini, dalam bahasa Inggris."), ""),
    ];

    /// <summary>The tab that an address is under; null: none.</summary>
    public static Place? TabOf(string path) => path == Home ? Tabs[0] : Nearest(Tabs.Skip(1), path);

    /// <summary>The page that says what an address is for; null for pages of one thing, which say it themselves.</summary>
    public static Place? PageOf(string path) => All.FirstOrDefault(place => place.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
        ?? Nearest(OfOperations.Where(place => place.Metric is not null), path);

    /// <summary>The page of the second row that an address is under.</summary>
    public static Place? Nearest(IEnumerable<Place> places, string path) => places
        .Select(place => (Place: place, Holds: place.Within.Append(place).Max(one => one.Holds(path))))
        .Where(near => near.Holds is not null).OrderByDescending(near => near.Holds).FirstOrDefault().Place;

    private static IEnumerable<Place> All =>
        [.. Tabs.Where(tab => tab.Within.Count == 0), .. OfSources, .. OfOperations, .. OfSettings, .. Single];
}
