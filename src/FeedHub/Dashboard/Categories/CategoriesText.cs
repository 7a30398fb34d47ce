using FeedHub.Dashboard.Frame;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Categories;

/// <summary>The words of the page of categories.</summary>
internal static class CategoriesText
{
    public static string Categories => Say("Categories", "Kategori");

    public static string ItemsADay => Say("Items a day", "Butir per hari");

    public static string PublishersWords => Say("Publishers' words", "Kata dari penerbit");

    public static string Rules => Say("Rules", "Aturan");

    public static string TryAndCorrect => Say("Try and correct", "Coba dan koreksi");

    public static string DropRules => Say("Drop rules", "Aturan penyaring");

    public static string WriteARule => Say("Write a rule", "Tulis aturan");

    public static string ModelAndLabels => Say("Model and labels", "Model dan koreksi");

    public static string NoStories => Say(
        "There are no stories of the last seven days yet. They come with the first polls:",
        "Belum ada berita dari tujuh hari terakhir. Berita datang bersama pemeriksaan pertama:");

    public static string AddOrLook => Say("add a source or look at those there are", "tambahkan sumber atau lihat yang sudah ada");

    public static string ShareBare(string share, long stories) => Say(
        $"{share} of the {FrameText.Count(stories, "story", "stories")} of the last seven days have no category.",
        $"{share} dari {stories} berita tujuh hari terakhir tidak berkategori.");

    public static string Counted => Say("Counted", "Dihitung");

    public static string Category => Say("Category", "Kategori");

    public static string Last24Hours => Say("Last 24 hours", "24 jam terakhir");

    public static string ADayOverSeven => Say("A day, over seven", "Per hari, selama tujuh hari");

    public static string YourOwn => Say("your own", "milik Anda sendiri");

    public static string NoDropRules => Say(
        "There are none. A drop rule keeps items out of stories:",
        "Belum ada. Aturan penyaring mencegah butir menjadi berita:");

    public static string WriteOneBelow => Say("write one below", "tulis di bawah");

    public static string Rule => Say("Rule", "Aturan");

    public static string Says => Say("Says", "Isinya");

    public static string DroppedInSevenDays => Say("Dropped in seven days", "Disaring dalam tujuh hari");

    public static string InAll => Say("In all", "Semuanya");

    public static string Change => Say("Change", "Ubah");

    public static string TheNewest(int shown, int total) => Say($" (the newest {shown} of {total})", $" (terbaru {shown} dari {total})");

    public static string ChangeARule => Say("Change a rule", "Ubah aturan");

    public static string DryRunHelp => Say(
        "The dry run changes nothing: it shows what the rule would do to the items of the last seven days.",
        "Uji coba tidak mengubah apa pun: hanya menunjukkan pengaruh aturan terhadap butir tujuh hari terakhir.");

    public static string TheRule => Say("The rule", "Aturan ini");

    public static string GivesACategory => Say("gives a category", "memberi kategori");

    public static string DropsItemsTheyAreIn => Say("drops items: they are in no story", "menyaring butir: tidak masuk berita mana pun");

    public static string ToMend(int fields) => Say(
        $"{(fields == 1 ? "One field below has" : $"{fields} fields below have")} to be mended; nothing is saved yet.",
        $"{fields} bidang di bawah perlu diperbaiki; belum ada yang disimpan.");

    public static string NoSlug => Say(
        "it is empty: write one of the topics' slugs, or one of your own such as south-korea",
        "masih kosong: tulis slug salah satu topik, atau slug sendiri misalnya korea-selatan");

    public static string NothingToLookFor => Say(
        "there is nothing to look for: write words here, or under “All of”",
        "belum ada yang dicari: tulis kata di sini, atau di “Semua dari”");

    public static string SlugOfTheCategory => Say("Slug of the category", "Slug kategori");

    public static string OneOfTheAboveOr => Say("one of the above, or your own", "salah satu di atas, atau milik Anda sendiri");

    public static string Title => Say("Title", "Judul");

    public static string NameOfTheCategoryOr => Say("name of the category or the drop rule", "nama kategori atau aturan penyaring");

    public static string AnyOf => Say("Any of", "Salah satu dari");

    public static string AWordOrPhraseA => Say("a word or phrase a line", "satu kata atau frasa per baris");

    public static string AllOf => Say("All of", "Semua dari");

    public static string NoneOf => Say("None of", "Tidak satu pun dari");

    public static string OnlyTheseSources => Say("Only these sources", "Hanya sumber ini");

    public static string IdsOrAddressesAllIf => Say("ids or addresses; all if empty", "id atau alamat; kosong: semua");

    public static string TogetherWithTheRulesThere => Say("Together with the rules there are", "Bersama aturan yang sudah ada");

    public static string BesideThem => Say("beside them", "di sampingnya");

    public static string InPlaceOfThoseOf => Say("in place of those of this category", "menggantikan aturan kategori ini");

    public static string InPlace => Say("In", "Di");

    public static string DryRun => Say("Dry run", "Uji coba");

    public static string SaveTheRule => Say("Save the rule", "Simpan aturan");

    public static string AddTheRule => Say("Add the rule", "Tambahkan aturan");

    public static string HoldsFor(long matched, long looked, string newest) => Say(
        $"It holds for {matched} of {FrameText.Count(looked, "item", "items")} looked at{newest}.",
        $"Berlaku untuk {matched} dari {looked} butir yang dilihat{newest}.");

    public static string NewestOf(long all) => Say($" (the newest of {all})", $" (terbaru dari {all})");

    public static string WouldChange(string adds, string removes) => Say(
        $"It would add its category to {adds} and take it from {removes}.",
        $"Kategorinya akan ditambahkan ke {adds} dan dicabut dari {removes}.");

    public static string WouldKeepOut(string adds) => Say($"It would keep {adds} out of stories.", $"{adds} tidak akan masuk berita.");

    public static string WouldAdd => Say("It would add", "Akan ditambahkan");

    public static string WouldDrop => Say("It would drop", "Akan disaring");

    public static string WouldTake => Say("It would take away", "Akan dicabut");

    public static string ForFile(string part) => Say($"For {part} in feeds.json:", $"Untuk {part} di feeds.json:");

    public static string ModelHelp => Say(
        "Each night FeedHub trains a model on items whose publisher names a category that it knows, and on what you have "
            + "corrected. It takes the new one only if it does better on texts held back. A model that is taken, or chosen "
            + "below, is asked about new items; “Re-tag the stored items” asks it about those that are here already.",
        "Setiap malam FeedHub melatih model dari butir yang kategorinya disebut penerbit dan dikenal, serta dari koreksi "
            + "Anda. Model baru hanya dipakai bila hasilnya lebih baik pada teks yang disisihkan. Model yang dipakai, atau "
            + "dipilih di bawah, menilai butir baru; “Tandai ulang butir tersimpan” menilai yang sudah ada di sini.");

    public static string NothingCorrected => Say(
        "You have corrected nothing yet: do so under “Try a text or an item”.",
        "Anda belum mengoreksi apa pun: lakukan di “Coba teks atau butir”.");

    public static string Corrected(int count) => Say(
        $"You have corrected {count} {(count == 1 ? "story" : "stories")}.",
        $"Anda sudah mengoreksi {count} berita.");

    public static string DownloadThemAsJSONLines => Say("Download them as JSON Lines", "Unduh sebagai JSON Lines");

    public static string Model => Say("Model", "Model");

    public static string LearntFrom => Say("Learnt from", "Belajar dari");

    public static string RightOnHeldBackTexts => Say("Right on held-back texts", "Benar pada teks yang disisihkan");

    public static string Use => Say("Use", "Pakai");

    public static string Trained => Say("trained", "dilatih");

    public static string TextsAndCorrections(int texts, int corrections) => Say(
        $"{FrameText.Count(texts, "text", "texts")}, {corrections} of them corrections",
        $"{texts} teks, {corrections} di antaranya koreksi");

    public static string ScoreOf(string score, int held, string former) => Say(
        $"{score} of {held}, against {former}",
        $"{score} dari {held}, dibanding {former}");

    public static string InUse => Say("in use", "dipakai");

    public static string NotTakenOrKeptNo => Say("not taken, or kept no more", "tidak dipakai, atau tidak disimpan lagi");

    public static string ShippedWithFeedHub => Say("shipped with FeedHub", "bawaan FeedHub");

    public static string TrainNow => Say("Train now", "Latih sekarang");

    public static string ReTagTheStoredItems => Say("Re-tag the stored items", "Tandai ulang butir tersimpan");

    public static string BeingRetagged => Say("The stored items are being re-tagged:", "Butir tersimpan sedang ditandai ulang:");

    public static string DoneOf(long done, long total, long changed) => Say(
        $"{done} of {total} looked at, {changed} changed.",
        $"{done} dari {total} dilihat, {changed} berubah.");

    public static string Retagged => Say("Re-tagged", "Ditandai ulang");

    public static string Progress(long done, long total) => Say($"{done} of {total}", $"{done} dari {total}");

    public static string ReloadThePage => Say("Reload the page to see how far it is.", "Muat ulang halaman untuk melihat kemajuannya.");

    public static string LastRetagged => Say("Last re-tagged", "Terakhir ditandai ulang");

    public static string ItemsChanged(long changed, long total) => Say(
        $": {changed} of {FrameText.Count(total, "item", "items")} changed.",
        $": {changed} dari {total} butir berubah.");

    public static string Edit => Say("Edit", "Ubah");

    public static string Delete => Say("Delete", "Hapus");

    public static string RulesOfCategories => Say("Rules of categories", "Aturan kategori");

    public static string NoRules => Say("There are none. Try one in the", "Belum ada. Coba satu di");

    public static string FormBelow => Say("form below", "formulir di bawah");

    public static string DryRunShows => Say(": a dry run shows what it would do.", ": uji coba menunjukkan pengaruhnya.");

    public static string MatchedInSevenDays => Say("Matched in seven days", "Cocok dalam tujuh hari");

    public static string MatchedItems(int count, bool more) => Say(
        more ? $"{count} or more items" : FrameText.Count(count, "item", "items"),
        $"{count} butir{(more ? " atau lebih" : "")}");

    public static string AnyOfLower => Say("any of", "salah satu dari");

    public static string AllOfLower => Say("all of", "semua dari");

    public static string NoneOfLower => Say("none of", "tidak satu pun dari");

    public static string InLower => Say("in", "di");

    public static string SourcesLower => Say("sources", "sumber");

    public static string TryATextOrAn => Say("Try a text or an item, and correct it", "Coba teks atau butir, dan koreksi");

    public static string Text => Say("Text", "Isi");

    public static string OrAnItem => Say("Or an item", "Atau sebuah butir");

    public static string ItsIdOrAddressOr => Say("its id or address, or its story's number", "id atau alamatnya, atau nomor beritanya");

    public static string WhatWouldThisGet => Say("What would this get?", "Kategori apa yang didapat?");

    public static string ItHas => Say("It has:", "Kategorinya:");

    public static string PublishersOwnWords => Say("The publisher's own words:", "Kata dari penerbit sendiri:");

    public static string ItWouldGet => Say("It would get:", "Akan mendapat:");

    public static string FeedHubFindsToday => Say("FeedHub finds today:", "Menurut FeedHub hari ini:");

    public static string ModelAlone => Say("The model alone, sure enough or not:", "Model saja, yakin atau tidak:");

    public static string First => Say("First", "Pertama");

    public static string FirstCategory => Say("First category", "Kategori pertama");

    public static string NoneAtAll => Say("none at all", "tanpa kategori");

    public static string Also => Say("Also", "Juga");

    public static string SetTheStorysCategories => Say("Set the story's categories", "Tetapkan kategori berita ini");

    public static string LeaveItToFeedHubAgain => Say("Leave it to FeedHub again", "Serahkan lagi kepada FeedHub");

    public static string PublishersWordsThatMeanNothing => Say(
        "Publishers' words that mean nothing yet",
        "Kata penerbit yang belum ada artinya");

    public static string AllKnown => Say(
        "Every word that publishers sent in the last seven days is known, or they sent none.",
        "Semua kata yang dikirim penerbit dalam tujuh hari terakhir sudah dikenal, atau mereka tidak mengirim apa-apa.");

    public static string NoWordsYet => Say(
        "None yet: words come with the items of the first polls.",
        "Belum ada: kata datang bersama butir dari pemeriksaan pertama.");

    public static string WordsHelp => Say(
        "The commonest of the last seven days, with newest headlines that have them. Map one to a category, and the stored "
            + "items get it too. The choice is set to what most items with the word are about for other reasons, where that is plain.",
        "Yang paling sering dalam tujuh hari terakhir, dengan judul terbaru yang memuatnya. Petakan ke sebuah kategori, dan "
            + "butir tersimpan juga mendapatkannya. Pilihan diisi dengan isi kebanyakan butir yang memuat kata itu, bila jelas.");

    public static string Word => Say("Word", "Kata");

    public static string Items => Say("Items", "Butir");

    public static string Sources => Say("Sources", "Sumber");

    public static string Means => Say("Means", "Artinya");

    public static string CategoryOf(string word) => Say($"Category of {word}", $"Kategori dari {word}");

    public static string NothingAskNoMore => Say("nothing: ask no more", "tidak berarti: jangan tanya lagi");

    public static string MapWord(string word) => Say($"Map {word}", $"Petakan {word}");

    public static string Map => Say("Map", "Petakan");

    public static string WordsThatYouHaveMapped => Say("Words that you have mapped", "Kata yang sudah Anda petakan");

    public static string Since => Say("Since", "Sejak");

    public static string Action => Say("Action", "Tindakan");

    public static string Nothing => Say("nothing", "tidak berarti");

    public static string ForgetWord(string word) => Say($"Forget {word}", $"Lupakan {word}");

    public static string Forget => Say("Forget", "Lupakan");

    /// <summary>Where a rule looks, as the form shows it.</summary>
    public static string PlaceOf(string place) => place switch
    {
        "title" => Say("title", "judul"),
        "text" => Say("text", "isi"),
        "url" => Say("address", "alamat"),
        "author" => Say("author", "penulis"),
        "publisher_category" => Say("publisher's category", "kategori penerbit"),
        _ => place,
    };
}
