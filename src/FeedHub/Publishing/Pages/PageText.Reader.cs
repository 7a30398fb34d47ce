namespace FeedHub.Publishing.Pages;

/// <summary>The words of what a reader chooses and keeps in the browser; the page's script shows them.</summary>
public sealed partial class PageText
{
    public string SavedStories => Say("Saved stories", "Berita tersimpan");

    public string NothingSaved => Say(
        "Nothing is saved in this browser yet. “Save” beneath a headline keeps the story here.",
        "Belum ada yang disimpan di peramban ini. Tekan “Simpan” di bawah judul untuk menyimpan berita di sini.");

    public string SavedNeedsScript => Say(
        "Saved stories are kept in the browser by JavaScript, which is turned off.",
        "Berita tersimpan ada di peramban ini dan memerlukan JavaScript, yang sedang dimatikan.");

    /// <summary>By the names that the script uses; <c>{0}</c> stands for a number or a name.</summary>
    public IReadOnlyDictionary<string, string> ReaderWords => new Dictionary<string, string>
    {
        ["choices"] = Say("Reading choices", "Pengaturan baca"),
        ["open"] = Say("A headline opens", "Klik judul untuk membuka"),
        ["open-article"] = Say("the article at its publisher", "artikel di situs penerbit"),
        ["open-story"] = Say("the story’s page here", "halaman berita di sini"),
        ["list"] = Say("List", "Daftar"),
        ["list-full"] = Say("with pictures and text", "dengan gambar dan ringkasan"),
        ["list-compact"] = Say("headlines only", "judul saja"),
        ["size"] = Say("Text size", "Ukuran teks"),
        ["size-normal"] = Say("normal", "sedang"),
        ["size-small"] = Say("small", "kecil"),
        ["size-large"] = Say("large", "besar"),
        ["size-larger"] = Say("very large", "sangat besar"),
        ["keys"] = Say("Keyboard shortcuts", "Pintasan keyboard"),
        ["keys-on"] = Say("on (? shows them)", "aktif (? menampilkannya)"),
        ["keys-off"] = Say("off", "nonaktif"),
        ["key-j"] = Say("next story", "berita berikutnya"),
        ["key-k"] = Say("previous story", "berita sebelumnya"),
        ["key-o"] = Say("open the story", "buka berita"),
        ["key-s"] = Say("save the story, or remove it from the saved ones", "simpan berita, atau hapus dari yang tersimpan"),
        ["key-/"] = Say("search", "cari"),
        ["key-?"] = Say("this help", "bantuan ini"),
        ["new"] = Say("New", "Baru"),
        ["seen"] = Say("Seen", "Sudah dibuka"),
        ["save"] = Say("Save", "Simpan"),
        ["saved"] = Say("Saved", "Tersimpan"),
        ["savedStories"] = SavedStories,
        ["tooManySaved"] = Say(
            "{0} stories are saved, which is the most. Remove one first.",
            "Sudah ada {0} berita tersimpan, dan itu batasnya. Hapus satu dulu."),
        ["noRoom"] = Say("This browser has no room left to keep it.", "Ruang penyimpanan peramban ini sudah penuh."),
        ["details"] = Details,
        ["more"] = Say("More", "Lainnya"),
        ["share"] = Say("Share", "Bagikan"),
        ["copied"] = Say("Address copied", "Alamat tersalin"),
        ["copyByHand"] = Say("Copy this address", "Salin alamat ini"),
        ["address"] = Say("Address of the story", "Alamat berita"),
        ["hideThis"] = Say("Hide “{0}”", "Sembunyikan “{0}”"),
        ["nowHidden"] = Say(
            "“{0}” is hidden in this browser. “Reading choices” shows it again.",
            "“{0}” disembunyikan di peramban ini. Tampilkan lagi lewat “Pengaturan baca”."),
        ["tooManyHidden"] = Say("{0} are hidden, which is the most.", "Sudah {0} yang disembunyikan, dan itu batasnya."),
        ["oneHidden"] = Say("1 story is hidden, as you chose.", "1 berita disembunyikan sesuai pengaturan Anda."),
        ["manyHidden"] = Say("{0} stories are hidden, as you chose.", "{0} berita disembunyikan sesuai pengaturan Anda."),
        ["showAnyway"] = Say("Show them now", "Tampilkan sekarang"),
        ["whatIsHidden"] = Say("Change", "Ubah"),
        ["hiddenByYou"] = Say("Hidden by you", "Yang Anda sembunyikan"),
        ["showAgain"] = Say("Show again", "Tampilkan lagi"),
        ["onlyHere"] = Say(
            "All of this is kept in this browser only. Nothing of it is sent anywhere.",
            "Semua ini hanya disimpan di peramban ini dan tidak dikirim ke mana pun."),
        ["notKept"] = Say(
            "This browser keeps nothing for this page: your choices hold until you leave it.",
            "Peramban ini tidak menyimpan apa pun untuk halaman ini: pengaturan Anda berlaku sampai halaman ditutup."),
        ["forget"] = Say("Forget everything kept here", "Hapus semua yang disimpan di sini"),
        ["close"] = Say("Close", "Tutup"),
    };
}
