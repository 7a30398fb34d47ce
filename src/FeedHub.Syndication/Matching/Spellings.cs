namespace FeedHub.Syndication.Matching;

/// <summary>
/// Words that are written in several ways, or shortened in one paper and written out in the next: all are read as the first of their line.
/// Only what is usual in news of any day; a short form that is a common word in either language is not here.
/// </summary>
internal static class Spellings
{
    /// <summary>How many words a written-out form has at most.</summary>
    public const int MostWords = 5;

    private const string Lines =
        """
        percent=persen|pct|per cent
        km=kilometer|kilometers|kilometre|kilometres
        kg=kilogram|kilograms|kilogramme|kilogrammes
        cm=sentimeter|centimeter|centimeters|centimetre|centimetres
        mm=milimeter|millimeter|millimeters|millimetre|millimetres
        meter=meters|metre|metres
        liter=liters|litre|litres
        hectare=hektare|hektar|hectares
        ton=tons|tonne|tonnes
        mph=miles per hour
        kph=kilometer per jam|kilometers per hour|kilometres per hour|km jam
        million=mln|mn
        billion=bn
        trillion=trn
        miliar=milyar
        triliun=trilyun
        ribu=rb
        juta=jt
        un=united nations
        us=usa|united states|united states of america
        uk=united kingdom
        eu=european union
        pm=prime minister
        fed=federal reserve
        imf=international monetary fund
        ecb=european central bank
        gdp=gross domestic product
        vp=vice president
        defense=defence
        labor=labour
        center=centre
        program=programme
        color=colour
        neighbor=neighbour
        organization=organisation
        qaeda=qaida
        celsius=celcius
        feet=ft
        senator=sen
        governor=gov
        government=govt
        department=dept
        nato=north atlantic treaty organization|north atlantic treaty organisation
        fda=food and drug administration
        cdc=centers for disease control and prevention
        fbi=federal bureau of investigation
        ceo=chief executive officer
        pbb=perserikatan bangsa bangsa
        as=amerika serikat
        sumatera=sumatra
        sumut=sumatera utara|sumatra utara
        sumbar=sumatera barat|sumatra barat
        sumsel=sumatera selatan|sumatra selatan
        kepri=kepulauan riau
        babel=bangka belitung
        jabar=jawa barat
        jateng=jawa tengah
        jatim=jawa timur
        diy=daerah istimewa yogyakarta
        kalbar=kalimantan barat
        kalteng=kalimantan tengah
        kalsel=kalimantan selatan
        kaltim=kalimantan timur
        kaltara=kalimantan utara
        sulut=sulawesi utara
        sulteng=sulawesi tengah
        sulsel=sulawesi selatan
        sultra=sulawesi tenggara
        sulbar=sulawesi barat
        ntb=nusa tenggara barat
        ntt=nusa tenggara timur
        malut=maluku utara
        jaksel=jakarta selatan
        jaktim=jakarta timur
        jakbar=jakarta barat
        jakut=jakarta utara
        jakpus=jakarta pusat
        jokowi=joko widodo
        sby=susilo bambang yudhoyono
        karhutla=kebakaran hutan dan lahan
        pemilu=pemilihan umum
        pilpres=pemilihan presiden
        pileg=pemilihan legislatif
        pilkada=pemilihan kepala daerah
        munas=musyawarah nasional
        wapres=wakil presiden
        wagub=wakil gubernur
        wamen=wakil menteri
        menkeu=menteri keuangan
        mendagri=menteri dalam negeri
        menlu=menteri luar negeri
        menhub=menteri perhubungan
        mendag=menteri perdagangan
        menkes=menteri kesehatan
        kemenkeu=kementerian keuangan
        kemendagri=kementerian dalam negeri
        kemlu=kementerian luar negeri
        kemenhub=kementerian perhubungan
        kemenkes=kementerian kesehatan
        kemenag=kementerian agama
        kapolri=kepala kepolisian negara republik indonesia
        kapolda=kepala kepolisian daerah
        kapolres=kepala kepolisian resor
        polda=kepolisian daerah
        polres=kepolisian resor
        polri=kepolisian negara republik indonesia
        tni=tentara nasional indonesia
        ri=republik indonesia
        dpr=dewan perwakilan rakyat
        dprd=dewan perwakilan rakyat daerah
        kpk=komisi pemberantasan korupsi
        kpu=komisi pemilihan umum
        mk=mahkamah konstitusi
        ma=mahkamah agung
        bi=bank indonesia
        bps=badan pusat statistik
        bmkg=badan meteorologi klimatologi dan geofisika
        bnpb=badan nasional penanggulangan bencana
        bpbd=badan penanggulangan bencana daerah
        bbm=bahan bakar minyak
        bumn=badan usaha milik negara
        umkm=usaha mikro kecil dan menengah
        ump=upah minimum provinsi
        umk=upah minimum kabupaten|upah minimum kota
        kur=kredit usaha rakyat
        apbn=anggaran pendapatan dan belanja negara
        apbd=anggaran pendapatan dan belanja daerah
        uu=undang undang
        perppu=perpu
        sim=surat izin mengemudi
        ktp=kartu tanda penduduk
        ikn=ibu kota nusantara
        mbg=makan bergizi gratis
        asn=aparatur sipil negara
        pns=pegawai negeri sipil
        ihsg=indeks harga saham gabungan
        hut=hari ulang tahun
        ott=operasi tangkap tangan
        kab=kabupaten
        kec=kecamatan
        kel=kelurahan
        provinsi=propinsi|prov
        jalan=jl|jln
        tanggal=tgl
        pemprov=pemerintah provinsi
        pemkab=pemerintah kabupaten
        pemkot=pemerintah kota
        dinkes=dinas kesehatan
        disdik=dinas pendidikan
        damkar=pemadam kebakaran
        satlantas=satuan lalu lintas
        tkp=tempat kejadian perkara
        rsud=rumah sakit umum daerah
        puskesmas=pusat kesehatan masyarakat
        lapas=lembaga pemasyarakatan
        ponpes=pondok pesantren
        kejagung=kejaksaan agung
        kejari=kejaksaan negeri
        pn=pengadilan negeri
        pkl=pedagang kaki lima
        dbd=demam berdarah dengue|demam berdarah
        pilgub=pemilihan gubernur
        wni=warga negara indonesia
        wna=warga negara asing
        tki=tenaga kerja indonesia
        """;

    private const string Months =
        "january jan januari|february feb februari pebruari|march mar maret|april apr|may mei|june jun juni|july jul juli"
            + "|august aug agustus agu agt ags|september sep sept|october oct oktober okt|november nov nopember|december dec desember des";

    private static readonly (string Word, int Zeros)[] Thousands =
    [
        ("ribu", 3), ("rb", 3), ("thousand", 3), ("juta", 6), ("jt", 6), ("million", 6), ("mln", 6), ("mn", 6),
        ("miliar", 9), ("milyar", 9), ("billion", 9), ("bn", 9), ("triliun", 12), ("trilyun", 12), ("trillion", 12), ("trn", 12),
    ];

    /// <summary>The hash of "percent", which "%" is read as.</summary>
    public static readonly uint Percent = Table.Hash("percent");

    private static readonly Table Known = new();

    /// <summary>False where nothing is known of the word, which is so of nearly all.</summary>
    /// <param name="mixed">The <see cref="Hashing.Mix"/> of its hash.</param>
    public static bool MayKnow(uint mixed) => Known.MayHave(mixed);

    /// <summary>What is known of a word, or null.</summary>
    public static Entry? Find(uint hash) => Known.Find(hash);

    /// <summary>The number of the month that a word names, 1 to 12, or 0. "may" and "mar" want a day beside them.</summary>
    public static int Month(uint hash) => Known.Find(hash)?.Month ?? 0;

    /// <summary>What is known of a word.</summary>
    internal sealed class Entry
    {
        /// <summary>The form that it is read as, or 0.</summary>
        public uint Single { get; set; }

        public int Month { get; set; }

        /// <summary>What it does in a number that is written in words.</summary>
        public SpokenNumber Number { get; set; }

        /// <summary>How many zeros it puts behind a number: three for "thousand"; 0 if none.</summary>
        public int Zeros { get; set; }

        /// <summary>The written-out forms that begin with it, longest first: their further words, and what they are read as.</summary>
        public List<(uint[] Words, uint Form)> Phrases { get; } = [];
    }

    // Nearly every word of a text is asked for and nearly none is here: one look at a small array of bits answers most.
    private sealed class Table
    {
        private readonly ulong[] _bits = new ulong[1024];
        private readonly Dictionary<uint, Entry> _entries = [];

        public Table()
        {
            foreach (var line in Lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                AddLine(line.Split('='));
            foreach (var (word, number) in SpokenNumbers.Words)
                Entry(Hash(word)).Number = number;
            foreach (var (word, zeros) in Thousands)
                Entry(Hash(word)).Zeros = zeros;
            foreach (var (names, month) in Months.Split('|').Select((names, i) => (names, i + 1)))
            {
                foreach (var name in names.Split(' '))
                    Entry(Hash(name)).Month = month;
            }
        }

        public bool MayHave(uint mixed) => (_bits[mixed & 1023] >> (int)(mixed >> 26) & 1) != 0;

        public Entry? Find(uint hash) => MayHave(Hashing.Mix(hash)) ? _entries.GetValueOrDefault(hash) : null;

        public static uint Hash(string word) => word.Aggregate(0u, (hash, letter) => WordIds.Mix(hash, letter));

        private void AddLine(string[] line)
        {
            var form = Hash(line[0]);
            foreach (var words in line[1].Split('|').Select(variant => variant.Split(' ')))
            {
                var entry = Entry(Hash(words[0]));
                if (words.Length == 1)
                    entry.Single = form;
                else
                    entry.Phrases.Add(([.. words[1..].Select(Hash)], form));
                entry.Phrases.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
            }
        }

        private Entry Entry(uint hash)
        {
            if (_entries.TryGetValue(hash, out var entry))
                return entry;
            var mixed = Hashing.Mix(hash);
            _bits[mixed & 1023] |= 1UL << (int)(mixed >> 26);
            return _entries[hash] = new Entry();
        }
    }
}
