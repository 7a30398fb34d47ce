using FeedHub.Dashboard.Frame;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Overview;

/// <summary>The words of the overview.</summary>
internal static class OverviewText
{
    public static string Overview => Say("Overview", "Ikhtisar");

    public static string FeedHubDoesNotAnswerWhat => Say(
        "FeedHub does not answer: what stands here is not renewed until it does.",
        "FeedHub tidak menjawab: isi halaman ini baru diperbarui setelah ia menjawab lagi.");

    public static string EverythingIsWell => Say("Everything is well.", "Semuanya baik.");

    public static string NotEverythingIsWell => Say("Not everything is well.", "Ada yang tidak beres.");

    public static string WorthALook => Say("All runs; this is worth a look.", "Semua berjalan; ini perlu dilihat.");

    public static string PollNowAllThatIs => Say("Poll now all that is due", "Periksa sekarang semua yang sudah waktunya");

    public static string OnItsWay => Say(
        "All that is due is on its way to the workers.",
        "Semua yang sudah waktunya sedang dikirim ke pekerja.");

    public static string Sources => Say("Sources", "Sumber");

    public static string InAll => Say("in all", "semuanya");

    public static string WhatChanged => Say("What changed", "Yang berubah");

    public static string ItemsAndStories => Say("Items and stories", "Butir dan berita");

    public static string TheLast24Hours => Say("The last 24 hours", "24 jam terakhir");

    public static string TheLastSevenDays => Say("The last seven days", "Tujuh hari terakhir");

    public static string PollsInTheLast24 => Say("Polls in the last 24 hours", "Pemeriksaan dalam 24 jam terakhir");

    public static string FromPublicationOfHalf => Say(
        "From publication to FeedHub, half of each hour's items at most",
        "Dari terbit sampai ke FeedHub, paling lama untuk separuh butir tiap jam");

    public static string Figures => Say("Figures", "Angka");

    public static string What => Say("What", "Yang diukur");

    public static string LastDay => Say("Last day", "Sehari terakhir");

    public static string LastWeek => Say("Last week", "Seminggu terakhir");

    public static string Items => Say("Items", "Butir");

    public static string Stories => Say("Stories", "Berita");

    public static string ItemsMergedIntoAStory => Say(
        "Items merged into a story that was there",
        "Butir yang digabungkan ke berita yang sudah ada");

    public static string NewStoriesWithoutACategory => Say("New stories without a category", "Berita baru tanpa kategori");

    public static string SeeCategories => Say("see Categories", "lihat Kategori");

    public static string MedianDelay => Say("From publication to FeedHub, median", "Dari terbit sampai ke FeedHub, median");

    public static string DelayOf95 => Say("The same for 95 of 100 items, at most", "Sama, paling lama untuk 95 dari 100 butir");

    public static string Polls => Say("Polls", "Pemeriksaan");

    public static string NothingNewPolls => Say(
        "Polls answered with “nothing new” (304)",
        "Pemeriksaan yang dijawab “tidak ada yang baru” (304)");

    public static string PollsThatFailed => Say("Polls that failed", "Pemeriksaan yang gagal");

    public static string BytesReceived => Say("Bytes received", "Byte yang diterima");

    public static string WhatTheseAnswersSaved => Say("What these answers saved", "Yang dihemat oleh jawaban itu");

    public static string HowCounted => Say(
        "Counted by the hour while things are stored; hours before this was counted are empty. The time from publication "
            + "counts items with a date of their own, from each source's second poll on.",
        "Dihitung per jam saat data disimpan; jam sebelum penghitungan ini ada dibiarkan kosong. Waktu sejak terbit "
            + "dihitung dari butir yang bertanggal sendiri, mulai pemeriksaan kedua tiap sumber.");

    public static string Jobs => Say("Jobs", "Tugas");

    public static string Waiting(long count) => Say($"{count} waiting", $"{count} menunggu");

    public static string UnderWay(long count) => Say($"{count} under way", $"{count} sedang berjalan");

    public static string Planned(long count) => Say($"{count} planned", $"{count} terjadwal");

    public static string FailedInTheLastDay(long count) => Say($"{count} failed in the last day", $"{count} gagal dalam sehari terakhir");

    public static string RecurringJobs => Say("recurring jobs", "tugas berkala");

    public static string TheJobsAsAGraph => Say("the jobs as a graph", "grafik tugas");

    public static string WhatTheWorkersDidLast => Say("What the workers did last", "Yang terakhir dikerjakan");

    public static string Database => Say("Database", "Basis data");

    public static string Size => Say("Size", "Ukuran");

    public static string Growth => Say("Growth", "Pertumbuhan");

    public static string GrowthADay(string bytes) => Say($"{bytes} a day", $"{bytes} per hari");

    public static string KnownOnceItWasMeasured => Say(
        "known once it was measured for three hours",
        "diketahui setelah diukur selama tiga jam");

    public static string NewestBackup => Say("Newest backup", "Cadangan terbaru");

    public static string NoneYet => Say("none yet", "belum ada");

    public static string VersionOfFeedHub => Say("Version of FeedHub", "Versi FeedHub");

    public static string StoriesKey => Say("stories", "berita");

    public static string ItemsThatJoinedAStory => Say("items that joined a story", "butir yang bergabung ke berita");

    public static string WithNews => Say("with news", "dengan berita baru");

    public static string NothingNew => Say("nothing new", "tidak ada yang baru");

    public static string FailedKey => Say("failed", "gagal");

    public static string DelayKey => Say("delay", "keterlambatan");

    public static string NoItems => Say("No items came.", "Tidak ada butir yang masuk.");

    public static string ItemsCame(long items, long stories, string merged) => Say(
        $"{FrameText.Count(items, "item", "items")} in {FrameText.Count(stories, "new story", "new stories")}; {merged} of the "
            + "items joined a story that was there.",
        $"{FrameText.Number(items, "N0")} butir dalam {FrameText.Number(stories, "N0")} berita baru; {merged} butir bergabung "
            + "ke berita yang sudah ada.");

    public static string ChartsOnce(int hours) => Say(
        $"Charts stand here once there are {hours} hours to show.",
        $"Grafik tampil di sini setelah ada {hours} jam untuk ditampilkan.");

    public static string NothingWasPolledInThe => Say(
        "Nothing was polled in the last day.",
        "Tidak ada yang diperiksa dalam sehari terakhir.");

    public static string PollsOfDay(long polls, string bytes) => Say(
        $"{FrameText.Count(polls, "poll", "polls")} in the last day, {bytes} received.",
        $"{FrameText.Number(polls, "N0")} pemeriksaan dalam sehari terakhir, {bytes} diterima.");

    public static string Saved(string share, string bytes) => Say(
        $"{share} were answered with “nothing new” (304), which saved {bytes}.",
        $"{share} dijawab “tidak ada yang baru” (304), sehingga menghemat {bytes}.");

    public static string NoneFailed => Say("None failed.", "Tidak ada yang gagal.");

    public static string ShareFailed(string share) => Say($"{share} failed.", $"{share} gagal.");

    public static string DelayUnknown => Say(
        "How long items take from publication to FeedHub is known from each source's second poll on.",
        "Lama waktu dari terbit sampai ke FeedHub diketahui mulai pemeriksaan kedua tiap sumber.");

    public static string DelayIs(string half, string most) => Say(
        $"Half of the day's items were here within {half} of their publication, 95 of 100 within {most}.",
        $"Separuh butir hari ini tiba dalam {half} setelah terbit, 95 dari 100 dalam {most}.");

    public static string WellWords(string sources, string last) => Say(
        $"{sources} looked after; the last poll was {last}.",
        $"{sources} dipantau; pemeriksaan terakhir {last}.");

    public static string SourcesAre(int count) => Say($"{count} {(count == 1 ? "source is" : "sources are")}", $"{count} sumber");

    public static string FirstSteps => Say("First steps", "Langkah pertama");

    public static string Done => Say("(done)", "(selesai)");

    public static string AsATable => Say("As a table", "Sebagai tabel");

    public static string Hour => Say("Hour", "Jam");

    public static string Now => Say("now", "sekarang");

    public static string Highest(string value) => Say($"highest: {value}", $"tertinggi: {value}");

    public static string AnHour => Say(" an hour", " per jam");

    public static string EventsThatMostSourcesReport => Say(
        "Events that most sources report",
        "Peristiwa yang paling banyak diberitakan");

    public static string SourcesAndStories(int sources, int stories) => Say(
        $"{sources} {(sources == 1 ? "source" : "sources")}, {stories} {(stories == 1 ? "story" : "stories")}",
        $"{sources} sumber, {stories} berita");

    public static string Since => Say("first", "sejak");
}
