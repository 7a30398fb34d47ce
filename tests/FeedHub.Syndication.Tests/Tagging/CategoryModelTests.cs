using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class CategoryModelTests
{
    private const string Troops = "Heboh! Korea Utara Dituduh Kirim Pasukan ke Rusia untuk Perang di Ukraina! Benarkah?";

    private static readonly TaggedSource Source = new("antara", "https://example.com/rss", []);

    private static LabelledText[] Examples =>
    [
        new("Striker cetak gol di babak kedua", "", "id", ["sport"], "a"),
        new("Kiper gagalkan gol, tim menang di stadion", "", "id", ["sport"], "a"),
        new("Petani keluhkan harga pupuk dan inflasi", "", "id", ["economy"], "a"),
        new("Harga saham turun, inflasi naik di bank", "", "id", ["economy"], "b"),
    ];

    [Fact]
    public void TroopsOfNorthKorea_AreConflict_WithTheWordsThatSaySo()
    {
        var tagger = new Tagger([], new TaggingKnowledge { Model = CategoryModel.Shipped });
        var tag = tagger.Tag(new ParsedItem { Title = Troops }, Source)[0];
        Assert.Equal("conflict", tag.Slug);
        Assert.Contains("'Perang'", tag.Why.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hujan deras dan angin kencang, BMKG keluarkan peringatan dini cuaca untuk besok", "weather")]
    [InlineData("Timnas menang di semifinal, pelatih puji dua gol sang kapten", "sport")]
    [InlineData("Goalkeeper saves late penalty as the club reaches the cup final", "sport")]
    [InlineData("Central bank raises interest rates again as inflation stays high", "economy")]
    public void TheShippedModel_KnowsBothLanguages(string title, string slug) =>
        Assert.Equal(slug, CategoryModel.Shipped.Value.Classify(title, "", null)[0].Slug);

    [Fact]
    public void AnotherLanguage_IsNoGuess() =>
        Assert.Empty(CategoryModel.Shipped.Value.Classify("Le président visite la capitale", "", "fr"));

    [Fact]
    public void Words_WithoutALetter_AreNoGuess() => Assert.Empty(CategoryModel.Shipped.Value.Classify("!?", "", "id"));

    [Fact]
    public void LoneSurrogatesAndAccents_AreRead() =>
        Assert.NotEmpty(CategoryModel.Shipped.Value.Classify("Perang \uD800 di Ukraína", "", "id"));

    [Fact]
    public void Training_LearnsAndSaysWhy()
    {
        var guess = ModelTrainer.Train(Examples).Classify("Gol indah di stadion", "", "id")[0];
        Assert.Equal("sport", guess.Slug);
        Assert.Contains("Gol", guess.Words);
    }

    [Theory]
    [InlineData("near", false)]
    [InlineData("weeks", false)]
    [InlineData("besok", false)]
    [InlineData("ferry", true)]
    public void WhatSaysWhereOrWhen_IsNotAReason(string word, bool mayBe) => Assert.Equal(mayBe, FunctionWords.MayBeReason(word));

    [Fact]
    public void WordsThatEveryTextHas_AreNoReason()
    {
        LabelledText[] examples =
        [
            new("The goalkeeper talks about the penalty", "", "en", ["sport"], "a"), new("About the goalkeeper", "", "en", ["sport"], "b"),
            new("Banks raise rates", "", "en", ["economy"], "a"), new("Rates hurt banks", "", "en", ["economy"], "b"),
        ];
        Assert.Equal(["goalkeeper"], ModelTrainer.Train(examples)
            .Classify("The Goalkeeper about", "", "en")[0].Words.Select(word => word.ToLowerInvariant()));
    }

    [Fact]
    public void Training_IsDeterministic_AndAFileKeepsAll()
    {
        var (first, second) = (Saved(ModelTrainer.Train(Examples)), Saved(ModelTrainer.Train(Examples)));
        Assert.Equal(first, second);
        Assert.Equal(first, Saved(CategoryModel.Load(new MemoryStream(first))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void ACutFile_IsNamedAsUnreadable(int length) =>
        Assert.Throws<InvalidDataException>(() => CategoryModel.Load(new MemoryStream(Saved(ModelTrainer.Train(Examples))[..length])));

    [Fact]
    public void Training_StartsFromAPrior_AndKeepsWhatItKnew()
    {
        var after = ModelTrainer.Train(Examples, new TrainOptions { Prior = CategoryModel.Shipped.Value });
        Assert.Equal("conflict", after.Classify(Troops, "", "id")[0].Slug);
    }

    [Fact]
    public void ASource_LeavesAloneTheTopics_ThatItHasNoTextOf()
    {
        LabelledText[] taught = [.. Enumerable.Range(0, 100).SelectMany(_ => Examples.Select(e => e with { Source = "a" }))];
        var prior = CategoryModel.Shipped.Value;
        var (before, after) = (prior.Weights.ToArray(), ModelTrainer.Train(taught, new TrainOptions { Prior = prior }));
        var conflict = Vocabulary.Topics.ToList().FindIndex(t => t.Slug == "conflict");
        for (var i = conflict; i < before.Length; i += CategoryModel.Topics)
            Assert.InRange(after.Weights[i] * after.Unit, (before[i] * prior.Unit) - after.Unit, (before[i] * prior.Unit) + after.Unit);
    }

    [Fact]
    public void TheMeanOfModels_SaysWhatEachKnew_AndCostsAsMuchAsOne()
    {
        LabelledText[] others = [new("Dokter periksa pasien demam", "", "id", ["health"], "c"), new(
            "Vaksin baru cegah penyakit",
            "",
            "id",
            ["health"],
            "c")];
        var (first, second) = (ModelTrainer.Train(Examples), ModelTrainer.Train([.. others, Examples[2]]));
        var mean = CategoryModel.Mean([first, second]);
        Assert.Equal("sport", mean.Classify("Gol indah di stadion", "", "id")[0].Slug);
        Assert.Equal("health", mean.Classify("Pasien demam diberi vaksin", "", "id")[0].Slug);
        Assert.Equal(first.Weights.Length, mean.Weights.Length);
        for (var i = 0; i < mean.Weights.Length; i++)
            Assert.InRange(mean.Weights[i] * mean.Unit, Expected(i) - (0.51 * mean.Unit), Expected(i) + (0.51 * mean.Unit));
        Assert.Equal(Saved(first), Saved(CategoryModel.Mean([first, first])));
        Assert.Throws<ArgumentException>(() => CategoryModel.Mean([]));

        double Expected(int i) => ((first.Weights[i] * first.Unit) + (second.Weights[i] * second.Unit)) / 2;
    }

    [Fact]
    public void NothingToTrainWith_IsAnError() =>
        Assert.Throws<ArgumentException>(() => ModelTrainer.Train([new("Judul", "", "id", ["own"], "a")]));

    [Fact]
    public void ModelScore_CountsRightGuesses()
    {
        var score = ModelScore.Of(ModelTrainer.Train(Examples), Examples);
        Assert.Equal((4, 1.0), (score.Items, score.First));
        Assert.False(score.IsBetterThan(score));
        Assert.True(score.IsBetterThan(score with { First = 0.5 }));
    }

    [Fact]
    public void Certainty_IsMeasuredFromGuesses()
    {
        var guesses = Enumerable.Range(0, 1000)
            .Select(i => Judged(i % 2 == 0 ? "a" : "b", 0, 0.5 + (i / 2002.0), i / 2 % 10 < i / 100))
            .ToList();
        var certainty = Certainty.Measure([guesses])[0];
        Assert.True(certainty.Of(0, 0.55, 0.55) < 0.3);
        Assert.True(certainty.Of(0, 0.98, 0.98) > 0.7);
    }

    [Fact]
    public void Certainty_IsEachTopicsOwn_AndNearThatOfAllWhereATopicIsRare()
    {
        var right = Enumerable.Range(0, 500).Select(i => Judged(i % 2 == 0 ? "a" : "b", 0, 0.5 + (i / 1002.0), i % 20 > 0));
        var wrong = Enumerable.Range(0, 500).Select(i => Judged(i % 2 == 0 ? "a" : "b", 1, 0.5 + (i / 1002.0), i % 5 == 0));
        var certainty = Certainty.Measure([[.. right, .. wrong, Judged("a", 2, 0.9, true), Judged("a", 2, 0.9, false)]])[0];
        Assert.InRange(certainty.Of(0, 0.9, 0.9), 0.8, 1);
        Assert.InRange(certainty.Of(1, 0.9, 0.9), 0, 0.5);
        Assert.InRange(certainty.Of(2, 0.9, 0.9), certainty.Of(1, 0.9, 0.9), certainty.Of(0, 0.9, 0.9));
    }

    [Fact]
    public void AnOutletWithoutATopic_SaysNothingOfGuessesOfIt()
    {
        List<JudgedGuess> own = [.. Guesses("a", 0, i => i % 20 > 0), .. Guesses("a", 1, i => i % 20 > 0)];
        var (told, alone) = (Certainty.Measure([[.. own, .. Guesses("b", 1, _ => false)]])[0], Certainty.Measure([own])[0]);
        Assert.Equal(alone.Of(1, 0.9, 0.9), told.Of(1, 0.9, 0.9));
    }

    [Fact]
    public void AGuessThatFallsWithOneWord_IsLessCertainThanOneThatStandsWithoutIt()
    {
        var model = CategoryModel.Shipped.Value;
        var (one, many) = (model.Classify("Medali dari rumah lama", "", "id")[0],
            model.Classify("Medali emas lari gawang, pelatih puji sprinter", "", "id")[0]);
        Assert.Equal(("sport", false), (one.Slug, one.Sure));
        Assert.Equal(("sport", true), (many.Slug, many.Sure));
        var certainty = Certainty.Measure([[.. Guesses("a", 0, i => i % 20 > 0)]])[0];
        Assert.True(certainty.Of(0, 0.9, 0.3) < certainty.Of(0, 0.9, 0.8));
    }

    [Theory]
    [InlineData(
        "Parlemen Bahas Anggaran Perang, Roket Hantam Kota",
        "Anggota dewan dan presiden berdebat. Tentara bertempur di perbatasan.")]
    [InlineData("Senate Debates War Powers While Troops Advance", "Lawmakers of both parties spoke; the army shelled the border town.")]
    public void AWarThatAParliamentDebates_IsConflictAndPolitics(string title, string text) =>
        Assert.Equal(["conflict", "politics"], CategoryModel.Shipped.Value.Sure(title, text, null).Select(guess => guess.Slug).Order());

    [Fact]
    public void AWarWithoutAWordOfPolitics_IsConflictAlone() => Assert.Equal(
        ["conflict"],
        CategoryModel.Shipped.Value.Sure("Roket Hantam Kota, Tentara Bertempur di Perbatasan", "Artileri menembaki bunker.", "id")
            .Select(guess => guess.Slug));

    [Theory]
    [InlineData("Technology", "science-technology")]
    [InlineData("Music", "arts")]
    public void BesideATopicThatThePublisherTells_AGuessThatDoesNotGoWithIt_IsNotGiven(string category, string slug)
    {
        const string title = "Buku di gudang kapal";
        var tagger = new Tagger([], new TaggingKnowledge { Model = CategoryModel.Shipped, GivenFrom = () => 0.3 });
        Assert.NotEmpty(tagger.Tag(new ParsedItem { Title = title, Language = "id" }, Source));
        Assert.Equal([slug], tagger.Tag(new ParsedItem { Title = title, Language = "id", Categories = [category] }, Source)
            .Select(t => t.Slug));
    }

    [Fact]
    public void TheLeastCertainty_CanBeMoved()
    {
        const string title = "Buku tua di gudang";
        Assert.Empty(CategoryModel.Shipped.Value.Sure(title, "", "id"));
        Assert.NotEmpty(CategoryModel.Shipped.Value.Sure(title, "", "id", from: 0.2));
        Assert.Empty(CategoryModel.Shipped.Value.Sure(Troops, "", "id", from: 0.9999));
    }

    [Fact]
    public void AModelThatAHubTrainedBefore_ReadsWordsAsItLearntThem()
    {
        var bytes = Saved(ModelTrainer.Train(Examples));
        Assert.Equal("FCM4"u8, bytes.AsSpan(0, 4));
        "FCM2"u8.CopyTo(bytes);
        var former = CategoryModel.Load(new MemoryStream(bytes));
        Assert.False(former.KeepsLanguagesApart);
        Assert.Equal(bytes, Saved(former));
        Assert.Equal(bytes[..4], Saved(ModelTrainer.Train(Examples, new() { Prior = former }))[..4]);
    }

    [Fact]
    public void ATraining_CanBeGivenUp()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ModelTrainer.Train(Examples, cancellation: stop.Token));
    }

    [Fact]
    public void WhatIsSure_IsTheFirstOfAllGuesses()
    {
        var sure = Assert.Single(CategoryModel.Shipped.Value.Sure(Troops, "", "id"));
        var first = CategoryModel.Shipped.Value.Classify(Troops, "", "id")[0];
        Assert.Equal((first.Slug, first.Confidence, true), (sure.Slug, sure.Confidence, sure.Sure));
    }

    private static JudgedGuess Judged(string outlet, int topic, double probability, bool right) =>
        new(outlet, topic, probability, probability, right);

    private static IEnumerable<JudgedGuess> Guesses(string outlet, int topic, Func<int, bool> isRight) =>
        Enumerable.Range(0, 400).Select(i => Judged(outlet, topic, 0.5 + (i / 802.0), isRight(i)));

    private static byte[] Saved(CategoryModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
