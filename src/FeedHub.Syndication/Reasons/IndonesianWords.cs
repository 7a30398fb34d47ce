namespace FeedHub.Syndication.Reasons;

/// <summary>The words of every code in Indonesian, with the places of <see cref="EnglishWords"/>.</summary>
internal static class IndonesianWords
{
    public static IReadOnlyDictionary<ReasonCode, string> All { get; } = new Dictionary<ReasonCode, string>
    {
        [ReasonCode.Text] = "{0}",

        [ReasonCode.BeganStory] = "memulai berita ini",
        [ReasonCode.SameAddress] = "alamat sama",
        [ReasonCode.JoinedByAdmin] = "digabungkan oleh admin",
        [ReasonCode.NothingAlike] = "tidak ada yang mirip",
        [ReasonCode.Compared] = "{0} ({1:n}): {2:n} % dari teks yang lebih pendek ada di keduanya, {3} ({4:n}), {5*, }",
        [ReasonCode.SameText] = "teks sama",
        [ReasonCode.Doubtful] = "meragukan",
        [ReasonCode.AnotherText] = "teks lain",
        [ReasonCode.HeadlinesAlike] = "judul mirip",
        [ReasonCode.HeadlinesPartlyAlike] = "judul agak mirip",
        [ReasonCode.HeadlinesDiffer] = "judul berbeda",
        [ReasonCode.NumbersAgree] = "angka cocok",
        [ReasonCode.OneNumberDiffers] = "satu angka berbeda",
        [ReasonCode.NumbersDiffer] = "angka berbeda",
        [ReasonCode.NamesDiffer] = "masing-masing menyebut nama yang tidak disebut yang lain",
        [ReasonCode.SameSource] = "dari sumber yang sama",

        [ReasonCode.SetByEditor] = "ditetapkan oleh editor",
        [ReasonCode.SourcesCategory] = "kategori sumber itu sendiri",
        [ReasonCode.PublishersCategory] = "kategori penerbit '{0}'",
        [ReasonCode.TextAsAWhole] = "teks secara keseluruhan",
        [ReasonCode.OneWord] = "kata '{0}'",
        [ReasonCode.SomeWords] = "kata-kata '{0*', '}'",
        [ReasonCode.InLeaningSource] = "{0}, di sumber yang sering menulis tentang topik ini",
        [ReasonCode.RuleMatched] = "aturan '{0}' cocok dengan {1* dan }",
        [ReasonCode.RuleExcludes] = "aturan '{0}' cocok: tidak ada kata yang dikecualikannya",
        [ReasonCode.RuleHolds] = "aturan '{0}' berlaku untuk semua butir dari sumber ini",
        [ReasonCode.InTitle] = "\"{0}\" di judul",
        [ReasonCode.InText] = "\"{0}\" di teks",
        [ReasonCode.InAddress] = "\"{0}\" di alamat",
        [ReasonCode.InAuthorsName] = "\"{0}\" di nama penulis",
        [ReasonCode.InPublishersCategory] = "\"{0}\" di kategori penerbit",
        [ReasonCode.HabitOfSource] = "pada sumber ini, {0} adalah {1} di {2} dari {3} butir",
        [ReasonCode.SignCategory] = "kategori '{0}'",
        [ReasonCode.SignSection] = "rubrik {0}",
        [ReasonCode.SignSubdomain] = "subdomain '{0}'",

        [ReasonCode.FirstCategories] = "pertama kali dijalankan dengan kategori",
        [ReasonCode.RulesChanged] = "aturan di feeds.json berubah",
        [ReasonCode.SourcesCategoriesChanged] = "kategori {0} berubah",
        [ReasonCode.CategoriesOfManyChanged] = "kategori {0} sumber berubah",
        [ReasonCode.AdminAsked] = "diminta oleh admin",
        [ReasonCode.WordMapped] = "'{0}' kini berarti {1}",
        [ReasonCode.WordMeansNothing] = "'{0}' kini tidak berarti apa-apa",
        [ReasonCode.WordForgotten] = "'{0}' tidak lagi dipetakan",
    };
}
