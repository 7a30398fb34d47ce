namespace FeedHub.Dashboard.Frame;

/// <summary>The menu of the dashboard, and what each page is for.</summary>
internal static class Places
{
    /// <summary>The first page, which no other is under.</summary>
    public const string Home = "/hangfire";

    private static readonly Place[] OfSources =
    [
        new("All sources", "/hangfire/sources", "The feeds that FeedHub polls: how each of them is, and what you can do with it.",
            "sources#many-sources"),
        new("Import", "/hangfire/sources/import", "Adds the sources of a list (OPML), and says of each what became of it.",
            "sources#many-sources"),
        new("Export", "/hangfire/sources/export", "Your sources as files, and how they differ from feeds.json.", "sources#many-sources"),
    ];

    private static readonly Place[] OfOperations =
    [
        new("Hosts", "/hangfire/hosts",
            "What FeedHub has asked of other people's servers, and which of them want to be left alone for a while.",
            "operating#watching-feedhub"),
        new("Nodes", "/hangfire/nodes", "The FeedHubs that share this database: which of them stores, and how each one is.",
            "operating#postgresql-instead"),
        new("Backups", "/hangfire/backups", "Copies of the database: those there are, one more, and how to go back to one.",
            "operating#data-and-backup"),
        new("Jobs", "/hangfire/jobs", "What the workers do, did and will do.", "operating#watching-feedhub")
        {
            Also = ["/hangfire/graph"],
            Metric = "feedhub:crashed",
        },
        new("Retries", "/hangfire/retries", "Jobs that failed and are tried again by themselves.", "operating#watching-feedhub"),
        new("Recurring jobs", "/hangfire/recurring", "What FeedHub does again and again, and when next.", "operating#watching-feedhub"),
        new("Servers", "/hangfire/servers", "The groups of workers, and which queues they serve.", "operating#watching-feedhub"),
    ];

    private static readonly Place[] OfSettings =
    [
        new("Settings", "/hangfire/settings", "How FeedHub works: what each setting is, where it comes from, and what can be changed here.",
            "configuration"),
        new("Access", "/hangfire/access", "Who gets in: people who are signed in, keys of programs, and the password.", "operating#access"),
        new("Audit log", "/hangfire/audit", "Who changed what, newest first.", "operating#access"),
    ];

    /// <summary>The tabs, in their order.</summary>
    public static IReadOnlyList<Place> Tabs { get; } =
    [
        new("Overview", Home, "Is everything well, what is not, and what to do about it.", "operating#watching-feedhub"),
        new("Sources", "/hangfire/sources", "", "") { Within = OfSources, Metric = "feedhub:ailing" },
        new("Stories", "/hangfire/stories", "Which items are one story: what is in doubt, what was merged, and what readers do not see.",
            "reading#stories"),
        new("Categories", "/hangfire/categories", "How stories get their categories, and the rules that you write.", "sources#categories"),
        new("Feeds", "/hangfire/feeds", "Feeds of your own: stories by a filter, at an address of its own.", "reading#feeds-of-your-own"),
        new("Operations", "/hangfire/hosts", "", "") { Within = OfOperations },
        new("Settings", "/hangfire/settings", "", "") { Within = OfSettings },
    ];

    private static readonly Place[] Single =
    [
        new("Help", "/hangfire/help", "The docs of this version.", ""),
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
