namespace FeedHub.Syndication.Tests.Matching;

/// <summary>Invented articles.</summary>
internal static class Articles
{
    public static readonly Article Bridge = new(
        "Jembatan Gantung di Desa Sukamaju Putus, Warga Terpaksa Memutar 12 Kilometer",
        """
        Jembatan gantung yang menghubungkan Desa Sukamaju dan Desa Cempaka putus pada Selasa malam setelah hujan deras mengguyur kawasan itu selama tiga jam.
        Tidak ada korban jiwa, tetapi dua sepeda motor yang sedang melintas ikut hanyut terbawa arus Sungai Ciliman.
        Kepala Desa Sukamaju, Rahmat Hidayat, menyebut tali baja di sisi timur sudah berkarat sejak tahun lalu.
        "Kami sudah tiga kali mengirim surat ke dinas, jawabannya selalu menunggu anggaran," kata Rahmat di lokasi kejadian.
        Akibat putusnya jembatan, sekitar 400 pelajar harus memutar sejauh 12 kilometer lewat jalan kabupaten untuk sampai ke sekolah.
        Badan penanggulangan bencana setempat menurunkan dua perahu karet agar warga tetap dapat menyeberang pada pagi dan sore hari.
        Dinas pekerjaan umum berjanji memasang jembatan darurat dari bambu dalam waktu dua pekan sambil menyiapkan bangunan yang permanen.
        Warga berharap janji itu ditepati karena musim tanam segera tiba dan pupuk harus diangkut dari seberang sungai.
        """);

    public static readonly Article BridgeByAnother = new(
        "Diterjang Banjir, Jembatan di Sukamaju Ambruk",
        """
        Banjir bandang merusak satu-satunya penghubung antara Sukamaju dan Cempaka, Selasa (17/11) malam. Jembatan sepanjang 60 meter itu ambruk ke sungai.
        Menurut penuturan warga, air naik sangat cepat menjelang pukul delapan malam dan menyeret batang pohon besar yang lalu menghantam tiang penyangga.
        Polisi memasang garis pembatas dan meminta orang tidak mendekat. Petugas masih mencari pemilik kendaraan yang terseret.
        Bupati dijadwalkan meninjau lokasi pada Rabu siang dan mengatakan perbaikan akan memakai dana tak terduga.
        """);

    public static readonly Article BridgeFollowUp = new(
        "Jembatan Darurat Sukamaju Mulai Dipasang, Pelajar Tak Perlu Memutar Lagi",
        """
        Dinas pekerjaan umum mulai memasang jembatan darurat dari bambu di Desa Sukamaju, Kamis pagi. Sebanyak 35 pekerja dikerahkan dan pekerjaan ditargetkan rampung dalam sembilan hari.
        Jembatan gantung yang menghubungkan Desa Sukamaju dan Desa Cempaka putus pada Selasa malam setelah hujan deras mengguyur kawasan itu selama tiga jam.
        Kepala bidang bina marga, Dewi Lestari, mengatakan bangunan sementara itu sanggup menahan beban sampai satu ton.
        "Sepeda motor boleh lewat, tetapi bergantian," ujar Dewi. Pembangunan jembatan permanen akan dilelang pada awal tahun depan dengan nilai delapan miliar rupiah.
        """);

    public static readonly Article Ferry = new(
        "Harbour council votes to keep the night ferry running until spring",
        """
        The night ferry between Oldhaven and the islands will keep running until the end of March after councillors voted 14 to 9 to extend its subsidy.
        Residents of the outer islands had warned that nurses and shift workers would be stranded if the last boat left at eight in the evening.
        Margaret Ellison, who chairs the transport committee, said the decision bought time to find a cheaper vessel.
        "Nobody in this room wants to see the islands cut off, but we cannot go on paying for an empty boat," she told the meeting on Monday.
        The service carries an average of 31 passengers a night and costs the town almost two million a year.
        Opponents argued that the money would be better spent on the clinic, which has been short of staff since the summer.
        A report on electric ferries is due before the council meets again in February.
        """);

    public static readonly Article FerryByAnother = new(
        "Oldhaven extends ferry funding despite protests",
        """
        Oldhaven has decided to go on paying for late sailings this winter. A majority on the council backed the plan after a heated three-hour debate late on Monday.
        Campaigners cheered in the gallery, while the opposition called the move irresponsible and promised to challenge it.
        The operator said crews would be told about new rosters by Friday and that timetables would stay as they are.
        """);

    public static readonly Article Chinese = new(
        "海岸小镇夜间渡轮将继续运营到明年春天",
        "议会星期一晚上以十四票对九票通过决议，夜间渡轮将继续运营到三月底。外岛居民此前警告说，如果末班船在晚上八点离开，护士和轮班工人将无法回家。交通委员会主席表示，这一决定为寻找更便宜的船只赢得了时间。这条航线平均每晚运送三十一名乘客，每年花费近两百万元。反对者认为这笔钱应该用于缺少人手的诊所。");

    public static readonly Article OtherChinese = new(
        "山区小学迎来第一座图书馆",
        "经过两年的筹备，山区小学的第一座图书馆昨天正式开放。校长说，孩子们以前要走十公里才能借到一本书。图书馆收藏了五千册图书，其中大部分由城里的读者捐赠。志愿者每个周末会来给学生读故事。当地政府计划在另外六所学校建立类似的阅览室。");

    public static readonly Article Russian = new(
        "Ночной паром будет ходить до весны",
        "Городской совет в понедельник вечером решил сохранить ночной паром до конца марта. За это решение проголосовали четырнадцать "
            + "депутатов, против выступили девять. Жители дальних островов предупреждали, что медсёстры и рабочие не смогут вернуться "
            + "домой, если последний рейс будет в восемь часов вечера. Председатель комиссии сообщила, что город получил время для "
            + "поиска более дешёвого судна.");

    public static readonly Article Arabic = new(
        "العبارة الليلية تستمر حتى الربيع",
        "قرر مجلس المدينة مساء الاثنين الإبقاء على العبارة الليلية حتى نهاية شهر مارس بعد تصويت شهد نقاشا طويلا. وكان سكان الجزر البعيدة "
            + "قد حذروا من أن الممرضات وعمال المناوبات لن يتمكنوا من العودة إلى منازلهم إذا غادر القارب الأخير في الثامنة مساء. وقالت "
            + "رئيسة لجنة النقل إن القرار يمنح المدينة وقتا للبحث عن سفينة أرخص.");

    public static Article HalfTime(string home = "Elang Selatan") => new(
        $"Babak I: {home} Unggul Sementara atas Harimau Utara 1-0",
        $"""
        {home} unggul sementara 1-0 atas Harimau Utara pada babak pertama pertandingan pekan ke-12 di Stadion Merdeka, Sabtu malam.
        Gol tunggal dicetak oleh Bagus Pratama pada menit ke-23 setelah menerima umpan terobosan dari sisi kanan lapangan.
        Tuan rumah menguasai bola sejak awal dan beberapa kali mengancam gawang lawan lewat tendangan bebas.
        Penjaga gawang tamu tampil gemilang dengan tiga penyelamatan penting sampai turun minum.
        """);

    public static Article FullTime(string home = "Elang Selatan") => new(
        $"{home} Ditahan Harimau Utara 2-2, Gagal ke Puncak Klasemen",
        $"""
        {home} gagal naik ke puncak klasemen setelah ditahan Harimau Utara 2-2 pada pekan ke-12 di Stadion Merdeka, Sabtu malam.
        Gol pertama dicetak oleh Bagus Pratama pada menit ke-23 setelah menerima umpan terobosan dari sisi kanan lapangan.
        Tuan rumah menguasai bola sejak awal dan beberapa kali mengancam gawang lawan lewat tendangan bebas.
        Pada babak kedua tim tamu bangkit dan berbalik unggul lewat dua gol cepat pada menit 58 dan 61 sebelum penalti di masa tambahan waktu menyamakan kedudukan.
        """);

    public static Article Gold(int day, string price, string change) => new(
        $"Harga Emas Batangan Hari Ini {day} November: {change}",
        $"Harga emas batangan pada {day} November 2026 tercatat Rp {price} per gram, berubah Rp {change} dari hari sebelumnya. Harga "
            + $"pembelian kembali ikut menyesuaikan. "
        + $"Untuk ukuran setengah gram, calon pembeli harus menyiapkan separuh dari Rp {price} ditambah biaya cetak. Harga di atas belum "
        + $"termasuk pajak penghasilan bagi pembeli yang tidak memiliki nomor pokok wajib pajak.");

    public static Article Quake(string magnitude, string place, string depth, string time) => new(
        $"Gempa Magnitudo {magnitude} Guncang {place}",
        $"Gempa bumi dengan magnitudo {magnitude} mengguncang {place} pada pukul {time} WIB. Pusat gempa berada di laut pada kedalaman "
            + $"{depth} kilometer. "
        + "Gempa tidak berpotensi tsunami. Hingga berita ini ditulis belum ada laporan kerusakan akibat gempa tersebut. Masyarakat "
        + "diimbau tetap tenang dan tidak terpengaruh isu yang tidak dapat dipertanggungjawabkan kebenarannya.");

    public static Article Wallet(int day, string amount) => new(
        $"Klaim Saldo DANA Gratis Rp{amount} Hari Ini {day} November, Begini Caranya",
        $"Saldo DANA gratis sebesar Rp{amount} bisa diklaim hari ini, {day} November 2026, lewat tautan kaget yang dibagikan setiap "
            + $"pagi. Pastikan akun sudah premium. "
        + "Buka aplikasi, pilih menu dompet kaget, lalu masukkan kode yang tertera. Saldo akan masuk secara otomatis jika kuota masih "
        + "tersedia. Jangan berikan kode rahasia kepada siapa pun.");

    public static Article Stream(string home, string away, string hour) => new(
        $"Link Live Streaming {home} vs {away}, Malam Ini Pukul {hour} WIB",
        $"Berikut link live streaming {home} vs {away} yang berlangsung malam ini pukul {hour} WIB. {home} bertekad meraih poin penuh di "
            + $"kandang sendiri. "
        + $"Sementara itu {away} datang tanpa beberapa pemain inti. Pertandingan dapat disaksikan melalui layanan berlangganan di "
        + $"telepon pintar maupun televisi.");

    public static Article Broadcast(string home, string away, string channel) => new(
        $"How to watch {home} vs {away}: live stream, TV channel and kick-off time",
        $"Here is everything you need to know before {home} play {away} tonight, and how to follow the match wherever you are. The match "
            + $"is shown live on {channel}, with coverage beginning an hour before kick-off. "
        + "Subscribers can also follow it on a phone or tablet. A free trial is not available. Team news is published an hour before the "
        + "start, and highlights follow later in the evening.");

    public static Article Weather(string day, int date) => new(
        "Prakiraan Cuaca Ibu Kota Hari Ini: Cerah Berawan Sepanjang Hari",
        $"Badan meteorologi memprakirakan cuaca ibu kota pada {day} ({date}/11/2026) cerah berawan sepanjang hari. Suhu udara berkisar "
            + $"antara 24 hingga 33 derajat celsius dengan kelembapan 65 sampai 90 persen. "
        + "Pada pagi hari seluruh wilayah diprakirakan cerah. Siang dan malam hari cuaca tetap cerah berawan tanpa peringatan dini.");
}

/// <summary>A title and a cleaned text.</summary>
internal sealed record Article(string Title, string Text)
{
    public Article Titled(string title) => this with { Title = title };

    public Article With(Func<string, string> change) => this with { Text = change(Text) };

    /// <summary>So many of the text's first words.</summary>
    public Article First(int words) =>
        With(text => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(words)));
}
