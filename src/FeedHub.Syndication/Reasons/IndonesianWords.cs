namespace FeedHub.Syndication.Reasons;

/// <summary>The words of every code in Indonesian, with the places of <see cref="EnglishWords"/>.</summary>
internal static class IndonesianWords
{
    public static IReadOnlyDictionary<ReasonCode, string> All { get; } = new Dictionary<ReasonCode, string>
    {
        [ReasonCode.Text] = "{0}",

        [ReasonCode.BeganStory] = "yang pertama ditemukan",
        [ReasonCode.SameAddress] = "alamat sama",
        [ReasonCode.JoinedByAdmin] = "digabungkan oleh admin",
        [ReasonCode.NothingAlike] = "tidak ada yang mirip",
        [ReasonCode.Compared] = "{0} ({1:n}): {2:n}% dari teks yang lebih pendek ada di keduanya, {3} ({4:n}), {5*, }",
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
        [ReasonCode.RuleHolds] = "aturan '{0}' berlaku untuk semua berita dari sumber ini",
        [ReasonCode.InTitle] = "\"{0}\" di judul",
        [ReasonCode.InText] = "\"{0}\" di teks",
        [ReasonCode.InAddress] = "\"{0}\" di alamat",
        [ReasonCode.InAuthorsName] = "\"{0}\" di nama penulis",
        [ReasonCode.InPublishersCategory] = "\"{0}\" di kategori penerbit",
        [ReasonCode.HabitOfSource] = "di sumber ini, {2} dari {3} berita dengan {0} termasuk {1}",
        [ReasonCode.SignCategory] = "kategori '{0}'",
        [ReasonCode.SignSection] = "rubrik {0}",
        [ReasonCode.SignSubdomain] = "subdomain '{0}'",

        [ReasonCode.FirstCategories] = "pertama kali dijalankan dengan kategori",
        [ReasonCode.RulesChanged] = "aturan di feeds.json berubah",
        [ReasonCode.SourcesCategoriesChanged] = "kategori {0} berubah",
        [ReasonCode.CategoriesOfManyChanged] = "kategori {0} sumber berubah",
        [ReasonCode.AdminAsked] = "diminta oleh admin",
        [ReasonCode.AdminChangedRules] = "aturan diubah oleh admin",
        [ReasonCode.WordMapped] = "'{0}' kini berarti {1}",
        [ReasonCode.WordMeansNothing] = "'{0}' kini tidak berarti apa-apa",
        [ReasonCode.WordForgotten] = "'{0}' tidak lagi dipetakan",

        [ReasonCode.HttpStatus] = "HTTP {0}",
        [ReasonCode.HttpBut] = "HTTP {0}, tetapi {1}",
        [ReasonCode.InsteadOf200] = "{0}, bukan 200",
        [ReasonCode.UnaskedNotModified] = "HTTP 304 Not Modified, padahal tidak ada permintaan bersyarat",
        [ReasonCode.CloudflareChallenge] = "{0}: Cloudflare menampilkan halaman verifikasi peramban, bukan feed",
        [ReasonCode.AfterRedirects] = "{0} (setelah dialihkan ke {1})",
        [ReasonCode.NoDnsAddress] = "DNS tidak memberikan alamat untuk {0}",
        [ReasonCode.DnsFailed] = "DNS tidak memberikan alamat untuk {0}: {1}",
        [ReasonCode.ConnectionRefused] = "{0} menolak koneksi di port {1}",
        [ReasonCode.NoConnectionInTime] = "koneksi ke {0} di port {1} tidak tersambung pada waktunya",
        [ReasonCode.NoConnection] = "tidak ada koneksi ke {0} di port {1}: {2}",
        [ReasonCode.CertificateExpired] = "TLS: sertifikat server kedaluwarsa sejak {0}",
        [ReasonCode.CertificateTooEarly] =
            "TLS: sertifikat server baru berlaku mulai {0}: jam mesin ini mungkin salah",
        [ReasonCode.CertificateOfOthers] = "TLS: sertifikat server berlaku untuk {0}, bukan untuk nama server ini",
        [ReasonCode.CertificateUntrusted] = "TLS: sertifikat server tidak ditandatangani oleh siapa pun yang dipercaya mesin ini",
        [ReasonCode.TlsFailed] = "TLS: {0}",
        [ReasonCode.ConnectionClosed] = "koneksi ditutup sebelum ada jawaban",
        [ReasonCode.ConnectionReset] = "koneksi diputus sebelum ada jawaban",
        [ReasonCode.HeadersTooLarge] = "header jawaban lebih besar dari {0} KiB",
        [ReasonCode.NotHttp] = "jawabannya bukan HTTP: {0}",
        [ReasonCode.NoAnswer] = "tidak ada jawaban: {0}",
        [ReasonCode.NoAnswerWithin] = "tidak ada jawaban dalam {0:n} detik",
        [ReasonCode.NoAnswerInTime] = "tidak ada jawaban dalam {0:n} detik (FeedHub:Polling:Timeout)",
        [ReasonCode.BodyDidNotEnd] = "isinya tidak selesai dalam {0:n} detik (FeedHub:Polling:Timeout); {1} byte diterima",
        [ReasonCode.ConnectionBrokeOff] = "koneksi terputus sebelum isinya datang: {0}",
        [ReasonCode.BodyBrokeOff] = "isinya terputus setelah {0} byte: {1}",
        [ReasonCode.CodingEndsEarly] = "aliran {0} berakhir terlalu dini",
        [ReasonCode.BodyNotValid] = "isinya bukan {0} yang sah",
        [ReasonCode.UnknownCoding] = "FeedHub tidak dapat membaca Content-Encoding-nya, \"{0}\"",
        [ReasonCode.TooManyCodings] = "isinya dikodekan lebih dari {0} kali",
        [ReasonCode.DocumentTooLarge] = "dokumennya lebih besar dari {0} (FeedHub:Polling:MaxBytes)",
        [ReasonCode.SizeInMiB] = "{0} MiB",
        [ReasonCode.SizeInBytes] = "{0} byte",
        [ReasonCode.NoLocation] = "{0} tanpa Location",
        [ReasonCode.LocationIsNoAddress] = "{0} dengan Location yang bukan alamat",
        [ReasonCode.LocationForbidden] = "{0} dengan Location yang nama host-nya memuat karakter terlarang",
        [ReasonCode.RedirectLoop] = "pengalihan berputar: {0* → }",
        [ReasonCode.TooManyRedirects] = "lebih dari {0} pengalihan, yang terakhir ke {1}",
        [ReasonCode.LeadsNowhere] = "{0} yang tidak mengarah ke mana pun",

        [ReasonCode.HostRests] = "tidak diminta: {0} tidak ingin diganggu sampai {1}, karena {2}",
        [ReasonCode.HostAskedForRest] = "server itu memintanya",
        [ReasonCode.TurnDidNotCome] = "giliran {0} di antara permintaan FeedHub sendiri tidak tiba pada waktunya",
        [ReasonCode.HeadersMissing] =
            "tidak diperiksa: header-nya memerlukan {0*, } di lingkungan proses, yang belum diatur atau bukan nilai header",
        [ReasonCode.HeaderIsOurs] = "header \"{0}\" milik sumber ini diatur oleh FeedHub sendiri",
        [ReasonCode.HeaderNotAllowed] = "header \"{0}\" milik sumber ini hanya dikirim selama FeedHub:Polling:AllowClientHeaders bernilai "
            + "true: setel lagi ke true, atau hapus header itu dari sumber",
        [ReasonCode.HeaderUnsendable] =
            "header \"{0}\" milik sumber ini tidak dapat dikirim: nama atau nilainya tidak sah dalam permintaan",
        [ReasonCode.NoWebAddress] = "ditolak: alamatnya bukan alamat http atau https yang lengkap",
        [ReasonCode.RefusedScheme] = "ditolak: hanya alamat http dan https yang diambil",
        [ReasonCode.RefusedHostCharacter] = "ditolak: nama host-nya memuat karakter terlarang",
        [ReasonCode.RefusedHostLength] = "ditolak: nama host-nya terlalu panjang (paling banyak 253 karakter, dan 63 di antara dua titik)",
        [ReasonCode.RefusedUserInfo] =
            "ditolak: alamatnya memuat nama pengguna atau kata sandi; keduanya boleh ada di header Authorization milik sumber",
        [ReasonCode.RefusedPort] = "ditolak: port {0} tidak termasuk {1} (FeedHub:Network:AllowedPorts)",
        [ReasonCode.RefusedNetwork] =
            "ditolak: {0} merupakan alamat {1}; FeedHub hanya terhubung ke alamat publik (FeedHub:Network:AllowPrivateAddresses)",
        [ReasonCode.RefusedAlways] = "ditolak: {0} merupakan alamat {1}; FeedHub tidak pernah terhubung ke alamat seperti itu",
        [ReasonCode.NameOfAddress] = "{0} adalah {1}, yang",
        [ReasonCode.A] = "{0}",
        [ReasonCode.An] = "{0}",

        [ReasonCode.RobotsForbid] = "robots.txt dari {0} melarangnya",
        [ReasonCode.PagePaid] = "menurut halamannya, teks itu berbayar",
        [ReasonCode.PageWithoutText] = "tidak ada artikel di halaman itu",
        [ReasonCode.PageNoHtml] = "halaman itu bukan HTML: {0}",
        [ReasonCode.PagesRest] = "{0} halaman berturut-turut ditolak, yang terakhir: {1}; tidak ada halaman yang diminta sebelum {2}",
        [ReasonCode.PagesEnded] =
            "{0} halaman berturut-turut ditolak, yang terakhir: {1}; tidak ada halaman yang diminta lagi, sampai ada yang dapat dibaca",
        [ReasonCode.PageRepeats] = "berakhir sebelum {0}, yang tidak memuat apa pun di luar halaman-halaman sebelumnya",
        [ReasonCode.PageOfAnother] = "berakhir sebelum {0}, yang menurut judulnya artikel lain",
        [ReasonCode.PagesWithoutEnd] =
            "berakhir setelah {0} halaman, walaupun halaman lanjutan disebut: tidak lebih dari itu yang dibaca dari satu artikel",
        [ReasonCode.PageNotFurther] = "berakhir sebelum {0}, yang tidak dapat diperoleh: {1}",
        [ReasonCode.PagesTooMany] =
            "lebih dari {0} halaman sumber ini menunggu, dan yang lebih baru didahulukan: butirnya terbit seperti yang diberikan feed-nya",

        [ReasonCode.NoFeed] = "bukan feed: {0}",
        [ReasonCode.OneFeedNamed] = "{0}; halamannya menyebut feed-nya: {1}",
        [ReasonCode.FeedsNamed] = "{0}; halamannya menyebut beberapa feed: {1*, }",
        [ReasonCode.EmptyBody] = "isinya kosong",
        [ReasonCode.BodyIsJson] = "isinya JSON, tetapi bukan JSON Feed: {0}",
        [ReasonCode.BodyIsXml] = "isinya XML, tetapi bukan feed: elemen akarnya {0}",
        [ReasonCode.BodyIsText] = "isinya teks biasa: {0}",
        [ReasonCode.BodyIsFile] = "isinya berkas berformat {0}, bukan feed",
        [ReasonCode.BodyIsNoText] = "isinya bukan teks",
        [ReasonCode.BodyIsOpml] = "isinya OPML, yaitu daftar feed, bukan feed: impor lewat Sumber > Impor di dasbor",
        [ReasonCode.BodyIsSitemap] =
            "isinya sitemap (<urlset>), bukan feed: setel kind sumber ke \"sitemap\" bila itu sitemap berita, kalau tidak tambahkan "
            + "alamat situsnya sendiri, FeedHub akan mencari feed di sana",
        [ReasonCode.BodyIsSitemapIndex] =
            "isinya indeks sitemap (<sitemapindex>), bukan feed: setel kind sumber ke \"sitemap\" bila salah satunya sitemap berita, "
            + "kalau tidak tambahkan alamat situsnya sendiri, FeedHub akan mencari feed di sana",
        [ReasonCode.BodyIsPage] = "isinya halaman HTML",
        [ReasonCode.BodyIsPageTitled] = "isinya halaman HTML berjudul “{0}”",
        [ReasonCode.BodyIsChallenge] = "isinya halaman verifikasi yang meminta peramban",
        [ReasonCode.BodyIsChallengeTitled] = "isinya halaman verifikasi yang meminta peramban, berjudul “{0}”",
        [ReasonCode.ReadingFailed] = "FeedHub gagal membaca dokumen ini: {0}",
        [ReasonCode.NoSitemap] = "bukan sitemap: {0}",
        [ReasonCode.NoList] = "bukan halaman yang dapat dibaca sebagai daftar: {0}",
        [ReasonCode.BodyIsFeed] = "isinya feed: jadikan jenis (kind) sumber ini \"feed\"",
        [ReasonCode.SitemapOfIndex] = "sitemap {0} dari indeks ini: {1}",

        [ReasonCode.NothingIsSelected] =
            "di halaman ini tidak ada elemen yang dimaksud \"{0}\"{1}: bentuknya mungkin sudah lain; tulis selektor lain, atau kosongkan",
        [ReasonCode.SelectedIsEmpty] =
            "di halaman ini ada elemen yang dimaksud \"{0}\" ({2}), tetapi tidak satu pun berisi tautan ke artikel dengan judul{1}: tulis "
                + "selektor lain, atau kosongkan",
        [ReasonCode.FoundByItself] = ", yang ditemukan FeedHub sendiri",
        [ReasonCode.RobotsForbidSource] =
            "tidak diminta: robots.txt host-nya tidak mengizinkan (robots: ignore pada sumber ini mengesampingkannya)",
        [ReasonCode.RobotsUnread] =
            "tidak diminta: robots.txt host-nya tidak dapat dibaca, dan sampai dapat dibaca tidak ada yang diizinkan (RFC 9309)",
        [ReasonCode.NoListFound] =
            "FeedHub tidak menemukan daftar artikel di halaman ini; jika halaman diisi oleh programnya sendiri, tidak ada yang dapat "
                + "dibaca: tulis selektor, atau berikan alamat sitemap berita",
        [ReasonCode.IndexWithoutNews] =
            "tidak satu pun sitemap yang disebut indeks ini ({0}) dapat memuat berita, menurut nama, tanggal dan isinya",
        [ReasonCode.ArchiveWithoutDates] =
            "sitemap ini memuat halaman tanpa tanggal ({0}): sebuah arsip, yang tidak menunjukkan mana yang baru",
        [ReasonCode.SameListed] = "{0}; yang didaftarkannya tetap sama sejak itu, jadi beritanya mungkin kini ada di tempat lain",
        [ReasonCode.NothingWhole] = "koneksi berakhir sebelum butir pertama lengkap",

        [ReasonCode.GoneForGood] = "servernya menyatakan bahwa feed ini sudah tidak ada untuk selamanya",
        [ReasonCode.LastPollFailed] = "pemeriksaan terakhir gagal",
        [ReasonCode.LastPollsFailed] = "{0} pemeriksaan terakhir gagal, dan selangnya menjadi dua kali lipat setiap kalinya",
        [ReasonCode.RetryAfterAsked] = "servernya meminta jeda selama itu (Retry-After)",
        [ReasonCode.IntervalOfItsOwn] =
            "selangnya sendiri, seperti yang diatur: berlaku juga di bawah Polling:MinInterval dan di atas Polling:MaxInterval, kecuali "
            + "bila server atau feed meminta lebih lama",
        [ReasonCode.IntervalByRhythm] = "dipilih FeedHub menurut irama terbitnya",
        [ReasonCode.FreshForSoLong] = "servernya menyatakan bahwa jawaban tetap segar selama itu (Cache-Control atau Expires)",
        [ReasonCode.TtlAsked] = "feed-nya memintanya (ttl)",
        [ReasonCode.UpdatePeriodAsked] = "feed-nya memintanya (sy:updatePeriod)",

        [ReasonCode.Notes] = "{0*; }",
        [ReasonCode.ItemsRenamed] = "{0} butir datang lagi dengan id dan tautan lain: dikenali dari judul beserta tanggal atau teksnya",
        [ReasonCode.GuidShared] =
            "{0} butir yang berbeda memakai guid yang sama, '{1}': mulai sekarang tautannya yang menandai butir sumber ini",
        [ReasonCode.GuidsShared] =
            "{0} butir yang berbeda memakai guid yang sama, '{1}' (dan {2} guid lain seperti itu): mulai sekarang tautannya yang menandai "
            + "butir sumber ini",

        [ReasonCode.ItemsNotPushed] =
            "pemeriksaan menemukan {0} butir baru yang tidak dikirim hub, jadi sumber ini diperiksa seperti biasa sampai kiriman "
            + "berikutnya",
        [ReasonCode.ItemNotPushed] =
            "pemeriksaan menemukan 1 butir baru yang tidak dikirim hub, jadi sumber ini diperiksa seperti biasa sampai kiriman berikutnya",
        [ReasonCode.HubDidNotVerify] = "hub tidak melakukan verifikasi",
        [ReasonCode.LeaseEnded] = "masa langganannya berakhir",
        [ReasonCode.PushOfAnotherTopic] = "topiknya lain",
        [ReasonCode.PushUnsigned] = "tidak ada tanda tangan",
        [ReasonCode.PushSignatureWrong] = "tanda tangannya salah",
        [ReasonCode.PushSignatureWeak] = "hanya ditandatangani dengan {0*, }, padahal FeedHub mensyaratkan sekurang-kurangnya sha256",
        [ReasonCode.PushBrokeOff] = "isinya terputus: {0}",
        [ReasonCode.PushTooLarge] = "ukurannya lebih besar dari {0} (FeedHub:Polling:MaxBytes)",
        [ReasonCode.PushTooLargeDecoded] = "ukurannya lebih besar dari {0} setelah didekompresi (FeedHub:Polling:MaxBytes)",

        [ReasonCode.CutOff] = "terpotong: {0}",
        [ReasonCode.NotTheDeclaredCharset] = "byte-nya bukan {0} seperti yang dinyatakan",
        [ReasonCode.MixedCharsets] = "byte yang bukan UTF-8 dibaca sebagai windows-1252",
        [ReasonCode.OverfullTag] = "sebuah tag memiliki terlalu banyak atribut",
        [ReasonCode.NotWellFormed] = "XML-nya tidak sesuai aturan: {0}",
        [ReasonCode.ForbiddenCharacters] = "karakter yang dilarang XML dibuang",
        [ReasonCode.BareAmpersand] = "tanda & yang tidak memulai referensi dibaca sebagai teks",
        [ReasonCode.UndeclaredEntities] = "entitas HTML yang tidak dinyatakan dokumen ini diuraikan",
        [ReasonCode.UndeclaredPrefix] = "prefiks {0} tidak dinyatakan",
        [ReasonCode.BareLessThan] = "tanda < yang tidak memulai tag dibaca sebagai teks",
        [ReasonCode.OpenCdata] = "sebuah bagian CDATA tidak ditutup",
        [ReasonCode.ElementsMended] = "elemen yang tidak ditutup, atau ditutup dua kali, diperbaiki",
        [ReasonCode.EndsInsideItem] = "dokumen berakhir di tengah sebuah butir, yang kemudian dilewatkan",
        [ReasonCode.RootNotClosed] = "dokumen berakhir sebelum elemen akarnya ditutup",
        [ReasonCode.EndsEarly] = "dokumen berakhir sebelum ditutup",
        [ReasonCode.ElementsFlattened] = "elemen yang bersarang lebih dari {0} tingkat diratakan",
        [ReasonCode.ListNotWellFormed] = "daftarnya tidak sesuai aturan, dan dibaca sejauh mungkin",
        [ReasonCode.LoneSurrogates] = "karakter yang tinggal separuh diganti",
        [ReasonCode.JsonControls] = "ganti baris dan karakter kendali lain di dalam string JSON diubah menjadi urutan escape",
        [ReasonCode.JsonEscapes] = "urutan escape yang tidak dikenal JSON dibaca sebagai teks",
        [ReasonCode.JsonEndsEarly] = "dokumen berakhir sebelum ditutup, dan hanya butir yang lengkap yang dibaca",
        [ReasonCode.JsonDamaged] = "bukan JSON yang sah: yang ada sebelum kerusakan dibaca",
        [ReasonCode.ConnectionEndedEarly] = "koneksi berakhir terlalu dini, dan hanya butir yang lengkap yang dibaca",
        [ReasonCode.ImpossibleDates] = "tanggal yang mustahil, seperti tahun 1, dilewatkan",
        [ReasonCode.LinksToNowhere] = "tautan yang tidak mengarah ke halaman web dilewatkan",
        [ReasonCode.ItemsLost] = "{0} dari {1} butir tidak dapat dibaca ({2*; })",
        [ReasonCode.ItemLost] = "butir {0}: {1}",
        [ReasonCode.LinesCut] = "judul, nama, atau kata yang lebih dari {0:n} karakter dipotong",
        [ReasonCode.ListCut] = "dari lebih dari {0} {1} sebuah butir, {0} yang pertama diambil",
        [ReasonCode.Attachments] = "lampiran",
        [ReasonCode.Authors] = "penulis",
        [ReasonCode.Categories] = "kategori",
        [ReasonCode.AddressesLeftOut] = "alamat yang lebih dari {0:n} karakter dilewatkan",
        [ReasonCode.TextsCut] = "teks yang lebih dari {0:n} byte dipotong",

        [ReasonCode.SourceFails] = "{0}. {1}, dan makin jarang selama masih gagal.",
        [ReasonCode.SourceThrottled] = "{0}. {1}.",
        [ReasonCode.SourceGone] = "{0}. Sumber ini tidak diperiksa lagi: beri alamat lain, atau hapus.",
        [ReasonCode.SourceQuiet] = "Sumber ini menjawab, tetapi tidak membawa hal baru: {0}. Pemeriksaan diteruskan.",
        [ReasonCode.SourceRecovered] = "Sumber ini {0} sejak {1}.",
        [ReasonCode.SourceRecoveredFrom] = "Sumber ini {0} sejak {1} ({2}).",
        [ReasonCode.WasFailing] = "gagal",
        [ReasonCode.WasGone] = "dinyatakan tidak ada lagi",
        [ReasonCode.WasQuiet] = "sepi",
        [ReasonCode.WasThrottled] = "dibatasi servernya",
        [ReasonCode.AskedAgain] = "Akan diminta lagi pada {0}",
        [ReasonCode.NotAskedAgain] = "Tidak akan diminta lagi",
        [ReasonCode.NoneYet] = "belum ada",
        [ReasonCode.NoneFor] = "biasanya {0}, tidak ada selama {1}",
        [ReasonCode.ADay] = "{0} sehari",
        [ReasonCode.AWeek] = "{0} seminggu",
        [ReasonCode.AMonth] = "{0} sebulan",
        [ReasonCode.Seconds] = "{0} detik",
        [ReasonCode.Minutes] = "{0} menit",
        [ReasonCode.Hours] = "{0} jam",
        [ReasonCode.Days] = "{0} hari",
        [ReasonCode.DiskFull] =
            "Disk tempat {0} penuh: tidak ada yang dapat disimpan, jadi tidak ada yang diperiksa. Semuanya berlanjut sendiri setelah ada "
            + "ruang.",
        [ReasonCode.DatabaseReadOnly] =
            "Basis data di {0} tidak dapat ditulisi: tidak ada yang dapat disimpan, jadi tidak ada yang diperiksa. Semuanya berlanjut "
            + "sendiri setelah dapat ditulisi.",
        [ReasonCode.DiskFails] =
            "Disk tempat {0} bermasalah ({1}): tidak ada yang dapat disimpan, jadi tidak ada yang diperiksa. Semuanya berlanjut sendiri "
            + "setelah pulih.",
        [ReasonCode.DatabaseAway] =
            "Basis data {0} tidak dapat dipakai ({1}): tidak ada yang dapat disimpan, jadi tidak ada yang diperiksa. Semuanya berlanjut "
            + "sendiri setelah pulih.",
        [ReasonCode.StorageRecovered] = "Yang tidak dapat disimpan selama itu diperiksa kembali.",
        [ReasonCode.DiskLow] =
            "{0} MB tersisa di disk tempat {1}, kurang dari {2} (FeedHub:Health:MinFreeMegabytes). Setelah penuh, tidak ada yang dapat "
            + "disimpan.",
        [ReasonCode.DiskRecovered] = "{0} MB tersisa.",
        [ReasonCode.ModelRetrained] = "Model yang terakhir dilatih {0}.",
        [ReasonCode.ModelTaken] =
            "dipakai: {0:n} benar dibandingkan {1:n} pada {2} teks uji; belajar dari {3}, {4} diberi label oleh orang",
        [ReasonCode.ModelNotTaken] =
            "tidak dipakai: {0:n} benar dibandingkan {1:n} pada {2} teks uji; belajar dari {3}, {4} diberi label oleh orang",
        [ReasonCode.SubscriberDropped] = "{0} berlangganan {1} dan tidak menerima kirimannya: {2}.",
        [ReasonCode.PollsLate] =
            "{0} sumber yang sudah waktunya belum juga diperiksa, yang pertama sejak {1}: pemeriksaan lebih lama daripada semestinya.",
        [ReasonCode.PollsNotDispatched] =
            "{0} sumber sudah waktunya diperiksa, yang pertama sejak {1}, tetapi tidak ada yang menjalankannya.",
        [ReasonCode.PollsInTime] = "Yang sudah waktunya diperiksa kembali.",
        [ReasonCode.NoNetworkSince] = "Mesin ini tidak memiliki jaringan sejak {0}",
        [ReasonCode.NoNetwork] =
            "Sejak {0} tidak satu pun dari {1} server dapat dihubungi. Keadaan dan irama semua sumber "
            + "tetap; FeedHub mencoba setiap menit dan melanjutkan sendiri.",
        [ReasonCode.ProxyAwaySince] = "Proxy {0} tidak dapat dihubungi sejak {1}",
        [ReasonCode.ProxyAway] =
            "Sejak {0} proxy {1} yang dilalui semua permintaan (FeedHub:Network:Proxy) tidak dapat dihubungi. Keadaan dan irama semua "
            + "sumber tetap; FeedHub mencoba setiap menit dan melanjutkan sendiri.",
        [ReasonCode.NetworkBack] = "Jaringan tidak ada sejak {0}, selama {1}. Yang sudah waktunya diperiksa dalam dua menit.",
        [ReasonCode.NotModifiedHidNews] =
            "servernya menyatakan tidak ada perubahan (304) padahal ada berita, jadi sejak kini diminta tanpa validator",
        [ReasonCode.NotModifiedWasTrue] =
            "diminta tanpa validator, karena servernya lebih lama dari biasanya hanya menyatakan tidak ada perubahan (304); itu benar",
        [ReasonCode.ProxyUnreachable] = "proxy {0} tidak dapat dipakai: {1}",
        [ReasonCode.ProxyRefused] = "proxy {0} tidak menyambungkan ke {1}: {2}",
        [ReasonCode.AlertTest] = "Beginilah FeedHub mengabarkan masalah: pesan ini sampai. Tidak ada yang salah.",
    };
}
