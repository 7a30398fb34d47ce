using System.Globalization;
using FeedHub.Syndication.Grouping;
using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Tests.Grouping;

/// <summary>Reports of one event come together; patterns, follow-ups of other days and other languages stay apart.</summary>
public class EventGrouperTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private static readonly (string Title, string Text)[] Dam =
    [
        ("Dam failure in Orvale forces 2,300 from homes",
            "A dam above the town of Orvale gave way early on Tuesday and sent mud through two "
            + "neighborhoods. Governor Ilse Marchetti said nobody was missing in Orvale."),
        ("Thousands flee as dam bursts above Orvale", "Mud poured into Orvale before dawn when the dam of a mine broke. The governor, Ilse "
            + "Marchetti, praised crews in boats who went from house to house."),
        ("Orvale dam burst: mine company promises to pay",
            "The owner of the dam that burst above Orvale on Tuesday will pay for shelter and "
            + "repairs, it said. Some 2,300 people of Orvale sleep in school halls."),
    ];

    private static readonly (string Title, string Text)[] Others =
    [
        ("Striker Delacroix out for six weeks",
            "Harrow Vale striker Luc Delacroix tore a hamstring in training and will see a specialist in Zurich."),
        ("Central bank of Tarsia cuts its rate",
            "Tarsia's central bank lowered borrowing costs by a quarter point, citing weak exports and jobs."),
        ("Rover finds clay of an ancient lake",
            "Layers of clay in Haldane crater hold salts of the kind left behind when water dries slowly."),
    ];

    private readonly EventGrouper _grouper = new(new EventOptions());

    [Fact]
    public void ReportsOfOneEvent_AreTogether_CalledByTheOldest()
    {
        _grouper.Add([.. Stories("en", Others, 100), .. Stories("en", Dam, 1)]);
        Assert.Equal([1, 2, 3], _grouper.StoriesWith(2));
        Assert.Equal(1, _grouper.EventOf(3));
        Assert.All(new long[] { 100, 101, 102 }, id => Assert.Equal([id], _grouper.StoriesWith(id)));
        Assert.InRange(_grouper.Certainty(2)!.Value, new EventOptions().Line, 1);
        Assert.Null(_grouper.Certainty(100));
    }

    [Fact]
    public void OneByOne_TheyComeTogetherToo()
    {
        foreach (var story in Stories("en", Others, 100).Concat(Stories("en", Dam, 1)))
            _grouper.Add([story]);
        Assert.Equal([1, 2, 3], _grouper.StoriesWith(3));
    }

    [Fact]
    public void OtherLanguages_AreOfOtherEvents()
    {
        _grouper.Add(
            [.. Stories("en", Dam[..1], 1), .. Stories("de", Dam[1..2], 2), .. Stories(null, Dam[2..], 3),
                .. Stories("en-GB", Dam[1..2], 4)]);
        Assert.Equal([1, 4], _grouper.StoriesWith(1));
        Assert.Equal([2], _grouper.StoriesWith(2));
        Assert.Equal([3], _grouper.StoriesWith(3));
    }

    [Fact]
    public void FurtherApartThanTheWindow_TheyAreNotOfOneEvent()
    {
        var stories = Stories("en", Dam, 1).Select((story, i) => story with { At = Morning.AddHours(30 * i) });
        foreach (var story in stories)
            _grouper.Add([story]);
        Assert.Equal([1, 2], _grouper.StoriesWith(1));
        Assert.Equal([3], _grouper.StoriesWith(3));
    }

    [Theory]
    [InlineData("Harga Emas Antam Turun Rp5.000", "Harga Emas Antam Turun Rp5.000", 24)]
    [InlineData("Prakiraan Cuaca Kota Sadeng: Hujan Ringan", "Prakiraan Cuaca Kota Mojoarum: Hujan Ringan", 1)]
    [InlineData("IHSG Dibuka Menguat Pagi Ini", "IHSG Dibuka Menguat Pagi Ini", 24)]
    [InlineData("Terpopuler: Artis Menikah hingga Gempa", "Terpopuler: Artis Menikah hingga Gempa", 1)]
    [InlineData("The world in brief: grain prices and a new bridge", "The world in brief: grain prices and a new bridge", 1)]
    [InlineData("Rangkuman berita hari ini dari Sadeng", "Rangkuman berita hari ini dari Sadeng", 1)]
    public void DailyPatterns_OfAnotherDayOrPlace_StayApart(string first, string second, int hours)
    {
        const string text = "Kabar harian ini disusun dari keterangan resmi dan dapat berubah sewaktu-waktu sepanjang hari.";
        _grouper.Add([Story(1, Morning, "id", (first, text)), Story(2, Morning.AddHours(hours), "id", (second, text))]);
        Assert.Equal([1], _grouper.StoriesWith(1));
    }

    [Theory]
    [InlineData("id", "Harga Cabai di Sadeng Naik Jadi Rp80.000", "Harga cabai di Pasar Induk Sadeng naik karena hujan, kata pedagang.",
        "Harga Cabai di Mojoarum Naik Jadi Rp85.000", "Harga cabai di Pasar Induk Mojoarum naik karena hujan, kata pedagang.")]
    [InlineData("id", "Kasus Demam Berdarah di Kalora Capai 312", "Dinas Kesehatan Kalora mencatat 312 kasus, tiga meninggal.",
        "Kasus Demam Berdarah di Balerejo Capai 205", "Dinas Kesehatan Balerejo mencatat 205 kasus, dua meninggal.")]
    [InlineData("id", "Banjir Rendam 40 Rumah Warga Sadeng", "Banjir merendam 40 rumah di Sadeng, warga mengungsi ke balai desa.",
        "Kota Mojoarum Diterjang Banjir, Rumah Warga Terendam", "Banjir merendam rumah di Mojoarum, warga mengungsi ke balai desa.")]
    [InlineData("en", "Owner of oldest café in Weld retires", "Marta Kowal has poured coffee at the café in Weld since 1971.",
        "Van rolls into café in Dunmoor", "A van rolled down a hill and into a café in Dunmoor on Monday.")]
    public void AHeadlineThatNamesAnotherPlace_IsOfAnotherEvent(string language, string title, string text, string other, string itsText)
    {
        _grouper.Add([Story(1, Morning, language, (title, text)), Story(2, Morning.AddHours(1), language, (other, itsText))]);
        Assert.Equal([1], _grouper.StoriesWith(1));
    }

    [Theory]
    [InlineData("id", "Prediksi Harimau Sadeng vs Kalora FC", "Hasil Harimau Sadeng vs Kalora FC", false)]
    [InlineData("id", "Live Streaming Harimau Sadeng vs Kalora FC", "Harimau Sadeng vs Kalora FC 2-1", false)]
    [InlineData("id", "Susunan Pemain Harimau Sadeng vs Kalora FC", "Harimau Sadeng Takluk, Kalora FC Tetap di Puncak", false)]
    [InlineData("en", "How to watch Sadeng Tigers vs Kalora FC", "Sadeng Tigers beat Kalora FC", false)]
    [InlineData("en", "Sadeng Tigers vs Kalora FC: preview", "Sadeng Tigers vs Kalora FC ends 2-1", false)]
    [InlineData("id", "Prediksi Harimau Sadeng vs Kalora FC", "Susunan Pemain Harimau Sadeng vs Kalora FC", true)]
    [InlineData("id", "Hasil Harimau Sadeng vs Kalora FC", "Harimau Sadeng vs Kalora FC 2-1", true)]
    [InlineData("id", "Jadwal dan Hasil: Harimau Sadeng vs Kalora FC", "Harimau Sadeng vs Kalora FC 2-1", true)]
    [InlineData("en", "Lineups: Sadeng Tigers vs Kalora FC", "Sadeng Tigers vs Kalora FC at Balerejo", true)]
    public void WhatIsExpectedOfAMatch_AndItsResult_AreTwoEvents(string language, string title, string other, bool isOne)
    {
        const string text = "Harimau Sadeng, Sadeng Tigers, Kalora FC, Stadion Balerejo, Liga Nusa, Selasa: Ansel Wira dan Marta Kowal.";
        _grouper.Add([
            .. Stories(language, Others, 100),
            Story(1, Morning, language, (title, text)), Story(2, Morning.AddHours(2), language, (other, text + " Wasit Ivo Lantz.")),
        ]);
        Assert.Equal(isOne ? [1, 2] : [1L], _grouper.StoriesWith(1));
    }

    [Fact]
    public void APlaceThatTheOtherHasToo_KeepsNothingApart()
    {
        _grouper.Add([
            .. Stories("en", Others, 100),
            Story(1, Morning, "en", ("Ferry sinks in Kalora Bay, 40 saved",
                "The ferry Bintang sank off Port Sande in Kalora Bay on Monday. All 40 passengers of the Bintang were saved by fishermen.")),
            Story(2, Morning.AddHours(1), "en", ("Fishermen save 40 as ferry Bintang sinks at Sande",
                "The Bintang sank on Monday near Sande. Fishermen of Sande pulled all 40 passengers of the ferry from Kalora Bay.")),
        ]);
        Assert.Equal([1, 2], _grouper.StoriesWith(1));
    }

    [Theory]
    [InlineData("Café on Mill Street shuts after 55 years", "Marta Kowal has poured coffee since 1971 and will lock her café on Friday.",
        "Police seek thief of café umbrellas", "Nine umbrellas vanished overnight from the terrace of a café, a sergeant said.")]
    [InlineData("Chess master beats 40 pupils at once", "Ivo Lantz needed three hours for forty games of chess in the school hall.",
        "Senate aide quits over chess bets", "Nora Vell resigned after she was seen betting on chess during a sitting.")]
    public void OneRareWord_OnATinyHub_MakesNoEvent(string title, string text, string other, string itsText)
    {
        _grouper.Add([Story(1, Morning, "en", (title, text)), Story(2, Morning.AddHours(1), "en", (other, itsText))]);
        Assert.Equal([1], _grouper.StoriesWith(1));
    }

    [Fact]
    public void DailyPatterns_OfOneDay_AreOneEvent()
    {
        const string text = "Harga emas batangan Antam turun Rp5.000 menjadi Rp1.498.000 per gram di butik emas.";
        _grouper.Add([
            Story(1, Morning, "id", ("Harga Emas Antam Turun Rp5.000", text)),
            Story(2, Morning.AddHours(3), "id", ("Emas Antam Turun Rp5.000", text)),
        ]);
        Assert.Equal([1, 2], _grouper.StoriesWith(1));
    }

    [Fact]
    public void TakenOut_AStoryLeavesItsEvent_WhichIsCalledByTheNextOldest()
    {
        var stories = Stories("en", Dam, 1);
        _grouper.Add(stories);
        Assert.True(_grouper.Remove(stories[0].Id));
        Assert.False(_grouper.Remove(stories[0].Id));
        Assert.Equal(2, _grouper.EventOf(3));
        Assert.Null(_grouper.EventOf(1));
        Assert.Empty(_grouper.StoriesWith(1));
        Assert.Equal(2, _grouper.Count);
        _grouper.Add([stories[0]]);
        Assert.Equal(1, _grouper.EventOf(3));
    }

    [Fact]
    public void AddedAgain_AStoryStaysWhereItIs()
    {
        var stories = Stories("en", Dam, 1);
        _grouper.Add(stories);
        _grouper.Add(stories);
        Assert.Equal(3, _grouper.Count);
        Assert.Equal([1, 2, 3], _grouper.StoriesWith(1));
    }

    [Fact]
    public void WhatWasGroupedBefore_IsAsItWas_WhateverItsWordsAre_AndDrawsWhatComes()
    {
        var (dam, others) = (Stories("en", Dam, 1), Stories("en", Others, 100));
        _grouper.Restore([(dam[0], 7), (others[0], 7), (others[1], null)]);
        Assert.Equal([1, 100], _grouper.StoriesWith(1).Order());
        Assert.Equal(7, _grouper.NumberOf(100));
        Assert.Null(_grouper.NumberOf(101));

        _grouper.Remove(1);
        _grouper.Restore([(dam[1], 7)]);
        Assert.Equal([2, 100], _grouper.StoriesWith(2).Order());
        _grouper.SetNumber(2, 8);
        _grouper.Restore([(others[2], 8)]);
        Assert.Contains(102, _grouper.StoriesWith(2));
    }

    [Fact]
    public void AStoryThatIsToStayApart_IsGroupedWithNothing()
    {
        var stories = Stories("en", Dam, 1);
        _grouper.Add([stories[0], stories[1] with { IsApart = true }, stories[2]]);
        Assert.Equal([1, 3], _grouper.StoriesWith(1));
        Assert.Equal([2], _grouper.StoriesWith(2));
        Assert.True(_grouper.Has(stories[0]));
        Assert.False(_grouper.Has(stories[0] with { IsApart = true }));
        Assert.False(_grouper.Has(stories[0] with { At = stories[0].At.AddHours(1) }));
    }

    [Theory]
    [InlineData("Lindfold exchange at 08:34: 2,158 points", "Lindfold exchange at 11:02: 2,163 points", 7, 7, false)]
    [InlineData("Lindfold exchange at 08:34: 2,158 points", "Lindfold exchange at 11:02: 2,163 points", 7, 8, false)]
    [InlineData("Lindfold exchange: 2,158 points", "Lindfold exchange: 2,163 points", 7, 8, true)]
    [InlineData("Lindfold exchange closes for repairs", "Lindfold exchange closes for repairs again", 7, 7, true)]
    public void OneSourcesSeries_AlikeButForItsNumbers_IsOfNoOneEvent(string first, string second, long source, long other, bool isOne)
    {
        const string text = "The Lindfold exchange stood at its usual place with shares of Orvale mills and Tarsia shipping the busiest.";
        _grouper.Add([
            .. Stories("en", Others, 100),
            Story(1, Morning, "en", (first, text)) with { Source = source },
            Story(2, Morning.AddHours(2), "en", (second, text)) with { Source = other },
        ]);
        Assert.Equal(isOne ? [1, 2] : [1L], _grouper.StoriesWith(1));
    }

    [Theory]
    [InlineData("Kapal Batu Putih: keberangkatan pukul 04.44 lebih awal", "Kapal Labuhan Sari: keberangkatan pukul 08.08 ditambah", false)]
    [InlineData("Kapal Batu Putih: keberangkatan pukul 04.44 lebih awal", "Kapal Labuhan Sari: keberangkatan pukul 04.44 ditambah", true)]
    [InlineData("Kapal feri Sadeng kini ditaksir at 38,150 dolar", "Kapal feri Sadeng laku ditaksir at 38,157 dolar", true)]
    [InlineData("Sup kacang merah, resep masakan rumah nomor 1", "Sup kacang merah, resep masakan rumah nomor 3", true)]
    public void TitlesWithOtherTimesOfDay_AreOfNoOneEvent_WhoeverPrintsThem(string first, string second, bool isOne)
    {
        const string text =
            "Kapal penumpang Samudra Kencana dari dermaga Sadeng berangkat dengan 412 penumpang yang tercatat oleh petugas.";
        _grouper.Add([
            .. Stories("id", Others, 100),
            Story(1, Morning, "id", (first, text)) with { Source = 7 },
            Story(2, Morning.AddHours(1), "id", (second, text)) with { Source = 8 },
        ]);
        Assert.Equal(isOne ? [1, 2] : [1L], _grouper.StoriesWith(1));
    }

    [Fact]
    public void WhatManyStoriesOfAStorylineHave_TellsLittleOfTheEvent()
    {
        (string Title, string Text)[] sides =
        [
            ("Strike at Orvale docks: minister calls for calm",
                "Minister Ilse Marchetti asked dockers in Orvale and their employers to meet."),
            ("Strike at Orvale docks: ferries to islands cancelled",
                "Travellers waited in Orvale as no ferry sailed for Haldane on Monday."),
        ];
        var quiet = new EventGrouper(new EventOptions());
        quiet.Add([.. Stories("en", Others, 100), .. Stories("en", sides, 1)]);
        var words = ("alpaca bricks cedar drums easel flutes gravel helmets ivory jackets kettles lamps marble needles oboes pears quills "
            + "rugs saddles tiles urns vases wool yarn anvils bells candles dolls").Split(' ');
        _grouper.Add([
            .. Stories("en", Others, 100),
            .. words.Select((word, i) => Story(200 + i, Morning.AddHours(-60), "en",
                ($"Strike at Orvale docks: {word} wait", $"{word} that buyers ordered lie in sheds of Orvale."))),
            .. Stories("en", sides, 1),
        ]);
        Assert.Equal([1, 2], quiet.StoriesWith(1));
        Assert.Equal([1], _grouper.StoriesWith(1));
    }

    [Theory]
    [InlineData(7, 7, "Result 2: Ansel United 0, Quarry Lane 1", "Ansel United met Quarry Lane", false)]
    [InlineData(7, 8, "Result 2: Ansel United 0, Quarry Lane 1", "Ansel United met Quarry Lane", true)]
    [InlineData(7, 7, "Result 3: Orvale Athletic 1, Ferrymen 2", "Orvale Athletic met Ferrymen", false)]
    [InlineData(7, 7, "Result 1: Orvale Athletic win at Salt Street", "Orvale Athletic met Salt Street", true)]
    public void OneSourcesSeries_OfOtherNamesOrNumbers_IsOfNoOneEvent(long source, long other, string title, string met, bool isOne)
    {
        const string text =
            "In the county league {0} before a crowd of 8,770. The last goal came six minutes before the end, the referee said.";
        _grouper.Add([
            .. Stories("en", Others, 100),
            Result(1, "Result 1: Orvale Athletic 3, Salt Street 2", "Orvale Athletic met Salt Street", source),
            Result(2, title, met, other),
        ]);
        Assert.Equal(isOne ? [1, 2] : [1L], _grouper.StoriesWith(1));

        EventStory Result(long id, string title, string met, long of) =>
            Story(id, Morning.AddHours(id), "en", (title, string.Format(CultureInfo.InvariantCulture, text, met))) with { Source = of };
    }

    [Fact]
    public void WordsOfStoriesThatLeft_AreForgottenInTime()
    {
        for (var day = 0; day < 40; day++)
        {
            var stories = Stories("en", [.. Enumerable.Repeat(Others[0], 200)], 1000 * (day + 1));
            _grouper.Add(stories);
            foreach (var story in stories)
                _grouper.Remove(story.Id);
        }

        Assert.Equal(0, _grouper.Count);
        _grouper.Add([.. Stories("en", Others, 100), .. Stories("en", Dam, 1)]);
        Assert.Equal([1, 2, 3], _grouper.StoriesWith(2));
    }

    [Fact]
    public void AnEvent_GrowsToItsBound()
    {
        var grouper = new EventGrouper(new EventOptions { MostStories = 5 });
        grouper.Add([.. Enumerable.Range(0, 12).Select(i => Story(i + 1, Morning.AddMinutes(i), "en", Dam[0]))]);
        Assert.Equal(5, grouper.StoriesWith(1).Count);
        Assert.InRange(grouper.StoriesWith(12).Count, 1, 5);
    }

    [Fact]
    public void FilledAgain_ItAnswersTheSame()
    {
        var stories = Matching.Invented.Stories(300)
            .Select((article, i) => Story(i + 1, Morning.AddMinutes(i), "id", (article.Title, article.Text))).ToList();
        var copies = stories.Select(s => s with { Id = s.Id + 1000, At = s.At.AddHours(1) });
        var again = new EventGrouper(new EventOptions());
        again.Reserve(5000);
        foreach (var grouper in new[] { _grouper, again })
            grouper.Add([.. stories, .. copies]);
        foreach (var story in stories)
            Assert.Equal(again.StoriesWith(story.Id), _grouper.StoriesWith(story.Id));
        // A word that has the id of a pattern's by chance costs one in hundreds its group.
        Assert.InRange(stories.Count(s => _grouper.StoriesWith(s.Id).SequenceEqual([s.Id, s.Id + 1000])), 297, 300);
    }

    [Fact]
    public void WithoutWords_AStoryIsAlone()
    {
        _grouper.Add(
            [Story(1, Morning, "en", ("", "")), Story(2, Morning, "en", ("", "")), Story(3, Morning, "en", ("The and of", "to the"))]);
        Assert.Equal([1], _grouper.StoriesWith(1));
        Assert.Equal([3], _grouper.StoriesWith(3));
    }

    private static List<EventStory> Stories(string? language, (string Title, string Text)[] reports, long first) =>
        [.. reports.Select((report, i) => Story(first + i, Morning.AddHours(i), language, report))];

    private static EventStory Story(long id, DateTimeOffset at, string? language, (string Title, string Text) report) =>
        new(id, at, language, Fingerprint.Of(report.Title, report.Text));
}
