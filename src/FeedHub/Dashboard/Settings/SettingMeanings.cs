namespace FeedHub.Dashboard.Settings;

/// <summary>What each setting means, in Indonesian; in English it stands at the setting itself.</summary>
internal static class SettingMeanings
{
    /// <summary>By the setting's key.</summary>
    public static IReadOnlyDictionary<string, string> Indonesian { get; } = new Dictionary<string, string>
    {
        ["FeedsFile"] = "dicari di direktori kerja, lalu di direktori induknya",
        ["DataDirectory"] = "basis data, kunci, dan ikon; dengan PostgreSQL semua itu ada di basis data, dan di sini hanya berkas "
            + "mesin ini",
        ["PublicUrl"] = "awal alamat yang dimuat feed; isi bila FeedHub di belakang proxy. Semuanya dilayani di bawah path-nya",
        ["Storage"] = "atau postgres, dengan ConnectionStrings:FeedHub (dan ConnectionStrings:FeedHubDirect bila yang pertama lewat "
            + "pooler): berapa pun node pada satu basis data, semuanya memeriksa sumber, salah satunya menyimpan",
        ["Node"] = "nama node ini",
        ["Polling:DefaultInterval"] = "untuk sumber yang memuat satu butir per jam dan tidak punya selang sendiri; sumber yang lebih "
            + "jarang diperiksa lebih jarang, yang lebih ramai lebih sering",
        ["Polling:MinInterval"] = "batas bawah selang yang dipilih FeedHub; DefaultInterval yang lebih pendek menurunkannya",
        ["Polling:MaxInterval"] = "batas atas selang yang dipilih FeedHub, waktu tunggu setelah gagal, dan yang dapat diminta max-age "
            + "server atau ttl feed, ditambah unsur acak; Retry-After dipatuhi di luar batas ini, paling lama setahun",
        ["Polling:Concurrency"] = "pemeriksaan sekaligus",
        ["Polling:PerHost"] = "pemeriksaan sekaligus ke satu host",
        ["Polling:HostGap"] = "jarak waktu terpendek antara dua permintaan ke satu host",
        ["Polling:Timeout"] = "untuk satu pemeriksaan seluruhnya",
        ["Polling:Contact"] = "alamat web atau surel yang dapat dihubungi penerbit, disebut di User-Agent; tanpa ini dipakai PublicUrl",
        ["Polling:AllowClientHeaders"] = "true: headers sebuah sumber boleh mengisi User-Agent dan Cookie, sehingga permintaannya tampak "
            + "dari pihak lain; log audit memuat siapa yang mengisinya",
        ["Categories:Threshold"] = "batas keyakinan, dari 0 sampai 1, bagi kategori yang ditebak dari teks; butir tersimpan mengikutinya "
            + "setelah ditandai ulang",
        ["Polling:UserAgentSuffix"] = "kata di akhir User-Agent, misalnya Example-Library/1.0",
        ["Polling:AcceptLanguage"] = "Accept-Language saat meminta dari penerbit, misalnya id, en;q=0.5; tanpa ini tidak dikirim",
        ["Polling:MaxBytes"] = "untuk satu dokumen setelah dekompresi, dan satu teks butir; satu halaman feed atau API memuat dua "
            + "kalinya",
        ["Articles:Concurrency"] = "host yang halaman artikelnya dibaca sekaligus",
        ["Articles:HostGap"] = "jarak waktu terpendek antara dua halaman artikel dari satu host, selain Polling:HostGap",
        ["Articles:MaxPages"] = "halaman satu artikel yang dibaca dan digabungkan",
        ["Network:AllowPrivateAddresses"] = "true mengizinkan sumber di alamat loopback dan privat",
        ["Network:Proxy"] = "http://proxy.example:3128 (HTTP CONNECT, juga untuk alamat http) atau socks5://…, dengan user:password@ "
            + "bila diminta: semua permintaan melewatinya. Nama tetap dicari dan diperiksa di sini bila DNS menjawab; yang hanya "
            + "dikenal proxy hanya dapat diperiksa proxy. Variabel seperti HTTPS_PROXY tidak berpengaruh",
        ["Network:CertificateAuthorities"] = "berkas PEM otoritas sertifikat yang dipercaya selain milik sistem, untuk penerbit, hub, "
            + "dan pelanggan",
        ["Network:AllowedPorts"] = "port yang dihubungi FeedHub, berupa angka dan rentang",
        ["Subscribing:Enabled"] = "false: tidak berlangganan WebSub; tanpa PublicUrl juga tidak",
        ["Subscribing:PollInterval"] = "jarak waktu terpendek antara pemeriksaan sumber yang beritanya datang lewat push",
        ["Retention:Days"] = "berita yang lebih lama dari ini dan tidak ada lagi di sumber mana pun dihapus (0: tidak pernah) dan tidak "
            + "kembali sebagai berita baru",
        ["Backup:Keep"] = "salinan harian basis data yang disimpan; 0: tidak dibuat otomatis",
        ["Backup:Directory"] = "foldernya; sebaiknya di disk lain",
        ["Publishing:Access"] = "closed: membaca memerlukan kunci pembaca (?key=, atau sebagai kata sandi Basic) atau masuk",
        ["Publishing:WindowDays"] = "butir yang lebih lama dari ini saat pertama terlihat ditempatkan di masa lalu, tanpa pemberitahuan",
        ["Publishing:CleanLinks"] = "alamat entri tanpa parameter pelacak (utm_source, fbclid, dan sejenisnya); butir di API tetap "
            + "memuatnya",
        ["Publishing:FeedHours"] = "feed yang diminta tanpa limit memuat yang tiba dalam jam sebanyak ini sebelum yang terbaru: paling "
            + "sedikit 50 berita, paling banyak 500 dan 5 MB; selebihnya lewat next",
        ["Publishing:TimeZone"] = "zona ringkasan yang tidak menyebut zonanya, dari basis data zona waktu IANA, misalnya Asia/Jakarta",
        ["Publishing:FairnessWindow"] = "sumber dengan berita tidak lebih lama dari ini mendapat tempat di halaman pertama /; 00:00:00: "
            + "tidak ada tempat yang disediakan",
        ["Hub:MaxSubscriptions"] = "langganan yang disimpan hub, termasuk yang belum dipastikan",
        ["Hub:MaxPerHost"] = "langganan yang disimpan hub untuk callback di satu host",
        ["Hub:DefaultLease"] = "lama berlaku langganan yang tidak meminta waktu",
        ["Hub:MaxLease"] = "paling lama yang dapat diminta langganan",
        ["Limits:RequestsPerMinute"] = "dari satu klien, dan sebanyak itu sekaligus; lebih dari itu dijawab 429. 0: tanpa batas. Program "
            + "di mesin ini tidak dibatasi",
        ["Limits:Connections"] = "koneksi sekaligus, dan permintaan lewat HTTP/2, dari semua klien. Untuk satu lagi, koneksi klien yang "
            + "terbanyak ditutup: yang paling lama menunggu pembacanya atau permintaan. 0: tanpa batas",
        ["Limits:MinBytesPerSecond"] = "yang paling sedikit diambil pembaca, selama seluruh jawaban dan setelah 10 detik pertama; jika "
            + "kurang, koneksinya ditutup. 0: berapa pun",
        ["Admin:Password"] = "tanpa ini dasbor hanya menjawab permintaan dari mesin ini; dengan ini semua orang harus masuk",
        ["Admin:ViewPassword"] = "untuk yang boleh melihat semuanya dan tidak mengubah apa pun",
        ["Admin:ApiKey"] = "untuk program: Authorization: Bearer …",
        ["Admin:Proxies"] = "alamat dan rentang CIDR, dipisah koma, yang header penerusannya dipercaya, misalnya 127.0.0.1, ::1 untuk "
            + "proxy di mesin ini",
        ["Admin:FeedToken"] = "rahasia 16 karakter atau lebih, seperti dicetak openssl rand -hex 24, untuk alamat feed kesehatan: "
            + "/health.atom?token=…; yang baru menutup alamat lama",
        ["Health:MinFreeMegabytes"] = "ruang yang harus tersisa di disk DataDirectory; bila kurang /healthz/ready menjawab Degraded (dan "
            + "200: FeedHub tetap bekerja), dan feed kesehatan memberi tahu. 0: berapa pun",
        ["Alerts:Mail:Host"] = "server surel (SMTP) untuk memberi tahu bila ada masalah; tanpa ini tidak ada surel",
        ["Alerts:Mail:Port"] = "465 memakai TLS sejak byte pertama; selain itu TLS dipakai bila server menawarkannya",
        ["Alerts:Mail:User"] = "nama untuk masuk ke server surel; tanpa ini tidak ada",
        ["Alerts:Mail:Password"] = "kata sandi pengguna itu",
        ["Alerts:Mail:From"] = "alamat surel pengirim",
        ["Alerts:Mail:To"] = "alamat surel penerima, dipisah koma",
        ["Alerts:Webhooks"] = "alamat yang dikirimi kabar masalah, sebagai Webhooks:0:Url, Webhooks:0:Format (json, slack, telegram, "
            + "atau ntfy; bawaan json) dan Webhooks:0:Secret: menandatangani kiriman json (X-Hub-Signature-256), dan menjadi token "
            + "akses ntfy",
        ["Alerts:Least"] = "tingkat terendah yang diberitahukan: info, warning, atau error",
        ["Alerts:QuietHours"] = "jam pada hari mesin ini tanpa pemberitahuan, misalnya 22:00-06:00; diberitahukan sesudahnya, kecuali "
            + "sudah berlalu",
        ["Admin:Oidc:Authority"] = "penyedia OpenID (issuer-nya) tempat orang masuk, lewat https kecuali di mesin ini; alamat kembalinya "
            + "/sign-in/openid/callback",
        ["Admin:Oidc:ClientId"] = "nama FeedHub di penyedia itu",
        ["Admin:Oidc:ClientSecret"] = "rahasia yang diberikan penyedia untuk itu",
        ["Admin:Oidc:AdminEmails"] = "siapa yang masuk sebagai admin: alamat surel, dipisah koma",
        ["Admin:Oidc:ViewEmails"] = "siapa yang masuk baca-saja: alamat surel, dipisah koma",
        ["Admin:Oidc:AllowUnverifiedEmail"] = "true: alamat surel berlaku juga bila penyedia tidak menyatakannya terverifikasi "
            + "(email_verified); hanya untuk penyedia yang alamatnya tidak dapat dipilih sendiri",
        ["Admin:Oidc:AdminRole"] = "peran yang menjadikan admin, menurut nama di penyedia",
        ["Admin:Oidc:ViewRole"] = "peran yang boleh melihat tanpa mengubah",
        ["Admin:Oidc:RoleClaim"] = "klaim tempat penyedia menyebut peran",
        ["Admin:Oidc:Scopes"] = "yang diminta dari penyedia",
    };
}
