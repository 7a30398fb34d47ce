namespace FeedHub.Syndication.Tagging;

/// <summary>
/// What publishers in Indonesian and English call their sections, by topic. Only names that mean one topic with nearly
/// every publisher: not "nasional", "peristiwa", "news", "world", "viral", "home", which may hold anything, nor names such as
/// "politik dan hukum", which hold two topics.
/// </summary>
internal static class PublisherWords
{
    /// <summary>A slug with its names, separated by commas; case, accents, punctuation, "dan" and "and" do not count.</summary>
    public static readonly (string Slug, string Words)[] BySlug =
    [
        ("arts", """
            hiburan, dunia hiburan, showbiz, show biz, seleb, selebriti, selebritis, selebritas, selebrita, selebgram, celeb,
            celebs, celebrity, celebrities, celebrity gossip, hot gossip, gosip, gossip, infotainment, artis, pesohor,
            entertainment, entertain, entertainments, film entertainment, musik, music, music reviews, konser, concerts, film,
            films, film tv, film musik, musik film, tv film, film review, film reviews, review film, film indonesia, film
            internasional, movie, movies, movie reviews, cinefilm, bioskop, cinema, sinema, sinetron, sinopsis, televisi,
            television, tv, tv radio, tv shows, tv movies, drama korea, drakor, k drama, kdrama, k pop, kpop, anime, manga,
            komik, comics, seni, seni budaya, budaya, kebudayaan, budaya seni, culture, cultural, kultur, arts, art, art
            design, arts culture, culture arts, arts entertainment, arts leisure, visual arts, performing arts, sastra,
            literature, literary, fiction, books, book, books literature, book reviews, buku, resensi, resensi buku, puisi,
            poetry, cerpen, theatre, theater, teater, opera, dance, ballet, museum, museums, pop culture, popular culture,
            budaya pop, hollywood, bollywood, photography, fotografi, architecture, arsitektur, media, media journalism,
            journalism, jurnalisme, jurnalistik, pers, seleb indonesia, seleb mancanegara, selebritas indonesia, hot seleb,
            gosip artis, gosip seleb, artis indonesia, artis korea, hallyu, korean wave, kpopers, k drama korea, serial tv,
            drama asia, acara tv, program tv, variety show, talent show, box office, trailer, film bioskop, film korea, film
            hollywood, film nusantara, layar lebar, layar kaca, perfilman, sineas, musik indonesia, musik barat, musik
            dangdut, dangdut, lagu, lirik lagu, lirik, album, band, penyanyi, seni pertunjukan, seni rupa, pameran, galeri
            seni, tari, wayang, batik, sastra budaya, cerita pendek, cerbung, novel, esai sastra, ulasan film, ulasan buku,
            bedah buku, pustaka, literasi budaya, cagar budaya, warisan budaya, heritage, royals, royal family, tv recaps, tv
            reviews, netflix, disney, marvel, star wars, pop music, rock music, hip hop, rap, rnb, country music, classical
            music, classical, jazz, album reviews, theater reviews, theatre reviews, broadway, comedy, stand up comedy, art
            reviews, art exhibitions, exhibitions, galleries, sculpture, painting, visual art, creative writing, authors, best
            sellers, bestsellers, fiction reviews, poem, poems, broadcasting, tv news entertainment, award shows, awards
            season, oscars, grammys, emmys, golden globes, film festivals, cannes, webtoon, cosplay, hiburan seleb, hiburan
            musik, hiburan film, entertainment celebrity, movies tv, movies music, arts books, books arts, arts theater, arts
            and ideas, what to watch
            """),
        ("crime", """
            hukum, hukum kriminal, kriminal hukum, hukrim, kriminal, kriminalitas, peristiwa kriminal, kejahatan, hukum
            peradilan, peradilan, pengadilan, kejaksaan, kepolisian, polisi, polri, korupsi, kpk, antikorupsi, pembunuhan,
            narkoba, crime, crimes, true crime, court, courts, courts law, crime courts, crime justice, crime law, crime
            public safety, criminal justice, justice, law, law order, law crime, legal, legal affairs, legal issues,
            corruption, police, prisons, supreme court, terrorism, terorisme, kriminologi, kriminal umum, hukum pidana,
            pidana, perdata, kasus hukum, hukum ham, hukum korupsi, hukum narkoba, sidang, persidangan, putusan, tipikor,
            tindak pidana, tindak pidana korupsi, mahkamah agung, mahkamah konstitusi, polda, polres, polsek, polda metro
            jaya, bareskrim, densus 88, bnn, penipuan, pencurian, pencabulan, penganiayaan, perampokan, begal, curanmor, kdrt,
            kekerasan seksual, pelecehan seksual, perdagangan orang, pencucian uang, teroris, lapas, kejahatan siber,
            kejahatan seksual, reserse, crime scene, crime police, crime punishment, cops courts, courts crime, courts trials,
            trials, trial, lawsuits, murder, homicide, fraud, scams, gun violence, mass shootings, shootings, prison, criminal
            law, law enforcement, law courts, attorneys, lawyers, judiciary, cold cases, missing persons, sex crimes, drug
            crime, drug trafficking, organized crime, human trafficking, domestic violence, white collar crime, public safety
            crime, police courts, police fire courts, death penalty, capital punishment
            """),
        ("disaster", """
            bencana, bencana alam, kebencanaan, info bencana, mitigasi bencana, bencana kecelakaan, kecelakaan, laka lantas,
            lakalantas, kecelakaan lalu lintas, gempa, gempa bumi, gempabumi, tsunami, banjir, tanah longsor, longsor,
            kebakaran, kebakaran hutan, kebakaran hutan lahan, karhutla, erupsi, gunung meletus, disaster, disasters, natural
            disasters, disasters accidents, accident, accidents, accidents disasters, earthquake, earthquakes, floods,
            flooding, wildfire, wildfires, plane crash, emergencies, tanggap bencana, tanggap darurat, bencana nasional,
            bencana daerah, banjir bandang, banjir jakarta, angin puting beliung, puting beliung, gunung api, gunung berapi,
            letusan gunung, kebakaran rumah, kecelakaan lalulintas, kecelakaan pesawat, kecelakaan kapal, kecelakaan maut,
            tabrakan, orang hilang sar, pencarian dan pertolongan, basarnas, bnpb, bpbd, damkar, pemadam kebakaran, bantuan
            bencana, natural disaster, accidents incidents, traffic accidents, car accidents, car crashes, fatal crash, train
            crash, aviation accidents, plane crashes, fires, house fires, fire rescue, firefighters, volcano, volcanoes,
            landslides, tornado damage, disaster relief, emergency response, emergency services, search rescue
            """),
        ("economy", """
            ekonomi, ekbis, ekobis, ekonomi bisnis, bisnis ekonomi, ekonomi keuangan, ekonomi makro, ekonomi digital, ekonomi
            kreatif, ekonomi syariah, keuangan syariah, perekonomian, bisnis, dunia usaha, dunia bisnis, makro, makroekonomi,
            moneter, fiskal, fiskal moneter, sektor riil, keuangan, finansial, finance, financial, finances, money, business,
            business finance, business economy, business technology, business day, bisnis internasional, small business,
            economy, economics, economic, economy business, macroeconomics, market, markets, financial markets, pasar modal,
            bursa, bursa efek, bursa finansial, bursa saham, saham, saham valas, emiten, valas, forex, stocks, stock market,
            wall street, investasi, investing, investment, investments, investor, perbankan, banking, banks, asuransi,
            insurance, fintech, tekfin, kripto, crypto, cryptocurrency, cryptocurrencies, bitcoin, pajak, perpajakan, tax,
            taxes, personal finance, retirement, properti, property, real estate, realestate, perumahan, infrastruktur,
            energi, energy, energi tambang, energi migas, migas, oil gas, pertambangan, tambang, mining, mineral, minerba,
            umkm, ukm, ukm umkm, usaha kecil, kewirausahaan, wirausaha, entrepreneur, entrepreneurs, entrepreneurship,
            startup, startups, industri, industry, industries, manufaktur, manufacturing, perdagangan, trade, ekspor impor,
            ritel, retail, perusahaan, korporasi, korporat, corporate, companies, company news, bumn, agribisnis, agriculture,
            pertanian, perkebunan, perikanan, logistik, logistics, transportasi, transportation, transport, aviation,
            penerbangan, advertising, marketing, pemasaran, ekonomi nasional, ekonomi indonesia, ekonomi global, ekonomi
            dunia, ekonomi daerah, ekonomi internasional, ekonomi makro mikro, ekonomi pembangunan, ekonomi hijau, ekonomi
            rakyat, ekonomi politik bisnis, bisnis keuangan, bisnis investasi, bisnis properti, bisnis umkm, bisnis global,
            bisnis nasional, peluang usaha, ide bisnis, inspirasi bisnis, tips bisnis, tips keuangan, keuangan pribadi,
            perencanaan keuangan, rupiah, kurs, kurs rupiah, nilai tukar, harga emas, emas antam, logam mulia, komoditas,
            komoditi, harga pangan, ihsg, reksa dana, reksadana, obligasi, surat utang, dividen, ipo, kinerja emiten,
            rekomendasi saham, market update, market data, market insight, pasar uang, pasar keuangan, pasar saham, pasar
            global, bank indonesia, apbn, inflasi, suku bunga, kredit, pinjaman, pinjol, paylater, multifinance, pembiayaan,
            kpr, rumah properti, hunian, apartemen, konstruksi, jalan tol, kereta api, maritim, kelautan perikanan, perikanan
            kelautan, peternakan, sawit, kelapa sawit, batu bara, batubara, nikel, minyak gas, listrik, kelistrikan,
            ketenagalistrikan, bbm, pln, pertamina, e commerce, ecommerce, marketplace, belanja online, waralaba, franchise,
            koperasi, industri keuangan, industri manufaktur, hilirisasi, investasi asing, keuangan negara, dunia ekonomi,
            aset kripto, mata uang kripto, blockchain, economic policy, economic development, economy jobs finance, global
            economy, world economy, us economy, uk economy, business world, business markets, markets business, markets
            finance, markets data, global markets, us markets, asia markets, european markets, emerging markets, equities,
            bonds, commodities, commodity, currencies, currency, mergers acquisitions, m a, ipos, earnings, earnings reports,
            hedge funds, private equity, venture capital, fund management, wealth management, your money, money markets, money
            matters, personal investing, saving, savings, budgeting, pensions, mortgages, mortgage, housing market, homes
            property, house prices, commercial real estate, residential real estate, consumer goods, consumer finance,
            shopping retail, airlines, airlines aviation, shipping, supply chain, automotive industry, banking finance,
            finance banking, finance investing, finance economics, central banks, federal reserve, inflation, interest rates,
            trade war, tariffs, leadership management, media business, media advertising, advertising marketing, public
            relations, accounting, fortune 500, franchises, economy markets, business companies, small business entrepreneurs
            """),
        ("education", """
            pendidikan, dunia pendidikan, edukasi, edu, edukasi pendidikan, pendidikan tinggi, perguruan tinggi, kampus,
            berita kampus, sekolah, madrasah, universitas, mahasiswa, beasiswa, guru, education, higher education, higher ed,
            k 12, school, schools, colleges, colleges universities, university, universities, scholarships, teachers,
            teaching, parenting education, edukasi sekolah, edukasi anak, sekolah dasar, sma, smp, smk, paud, taman kanak
            kanak, kurikulum, kurikulum merdeka, ujian nasional, ppdb, spmb, snbp, snbt, sbmptn, utbk, kuliah, kuliah di luar
            negeri, pendidikan nasional, pendidikan karakter, pendidikan agama islam sekolah, pendidikan kebudayaan, dosen,
            pesantren pendidikan, perpustakaan, akademik, akademis, akademika, tenaga pendidik, pembelajaran, soal ujian,
            materi pelajaran, education schools, schools education, k12, k 12 education, early education, early childhood,
            early childhood education, college, campus life, campus news, student life, student loans, student debt,
            admissions, college admissions, academia, academics, teaching learning, online learning, special education, public
            schools, charter schools, school board, school boards, school district, curriculum, graduation, education policy,
            education k 12
            """),
        ("environment", """
            lingkungan, lingkungan hidup, alam lingkungan, iklim, perubahan iklim, krisis iklim, pemanasan global, konservasi,
            ekologi, polusi, keanekaragaman hayati, environment, environmental, environment climate, climate, climate change,
            climate crisis, climate environment, climate solutions, energy environment, global warming, conservation,
            wildlife, biodiversity, ecology, pollution, sustainability, keberlanjutan, lingkungan alam, lingkungan iklim,
            iklim lingkungan, hutan, kehutanan, deforestasi, satwa, satwa liar, satwa dilindungi, flora fauna, fauna, flora,
            sampah, pengelolaan sampah, limbah, polusi udara, kualitas udara, energi terbarukan, energi baru terbarukan,
            energi hijau, transisi energi, emisi karbon, karbon, ramah lingkungan, laut lingkungan, terumbu karang, ekosistem,
            biodiversitas, environment energy, environment nature, nature environment, climate crisis environment, climate
            change environment, climate emergency, climate energy, climate science, climate policy, climate action, cop28,
            cop29, cop30, emissions, carbon emissions, renewable energy, renewables, clean energy, green energy, solar power,
            wind power, green living, greenbiz, animal wildlife, endangered species, forests, oceans, oceans environment,
            marine life, air pollution, air quality, plastics, plastic pollution, recycling, drought environment, rewilding,
            eco, national parks, natural resources, our planet
            """),
        ("health", """
            kesehatan, info kesehatan, berita kesehatan, sehat, hidup sehat, info sehat, kesehatan mental, kesehatan seksual,
            kesehatan wanita, kesehatan anak, kesehatan masyarakat, kedokteran, medis, penyakit, vaksin, vaksinasi, kanker,
            gizi, virus corona, corona, covid 19, covid, covid19, coronavirus, health, healthcare, health care, health
            wellness, health wellbeing, health fitness, health medicine, wellness, medical, medicine, medicine health, mental
            health, public health, global health, sexual health, womens health, women s health, mens health, men s health,
            kids health, heart health, diseases, cancer, vaccines, nutrition, kesehatan ibu anak, ibu dan anak kesehatan, ibu
            hamil, kehamilan, kesehatan tubuh, kesehatan jiwa, kesehatan reproduksi, kesehatan gigi, kesehatan keluarga,
            kesehatan pria, kesehatan kulit, kesehatan mata, kesehatan lansia, kesehatan dunia, kesehatan nasional, tips
            kesehatan, tips sehat, gaya hidup sehat, bugar, kebugaran, kebugaran kesehatan, diet, diet nutrisi, nutrisi, gizi
            seimbang, obat, obat herbal, herbal, farmasi, rumah sakit, dokter, konsultasi dokter, bpjs kesehatan, bpjs,
            stunting, diabetes, jantung, hipertensi, kolesterol, hiv aids, hiv, aids, demam berdarah, dbd, tbc, imunisasi,
            wabah, pandemi, pandemi covid 19, epidemi, cacar monyet, kesehatan psikologi, seksologi, health science medicine,
            health care policy, health policy, health insurance, health hospitals, health diet, health nutrition, diet
            fitness, diet nutrition fitness, fitness, fitness wellness, exercise, workouts, workout, yoga, weight loss,
            pharma, pharmaceuticals, pharmaceutical industry, biotech health, drugs health, hospitals, hospital, doctors,
            pandemic, covid 19 pandemic, coronavirus pandemic, coronavirus outbreak, coronavirus covid 19, flu, flu season,
            measles, ebola, zika, monkeypox, mpox, hiv aids health, alzheimers, alzheimer s, dementia, obesity, vaccine,
            vaccinations, vaccination, womens wellness, reproductive health, abortion health, pregnancy, childrens health,
            children s health, addiction, opioids, opioid crisis, infectious diseases, infectious disease, disease, diseases
            conditions, medical research, medical science, nhs, well being health
            """),
        ("human-interest", """
            human interest, human interest stories, kisah inspiratif, inspiratif, kisah unik, unik, unik aneh, aneh unik,
            weird, weird news, odd news, oddities, odd, oddly enough, offbeat, good news, quirky, kisah hidup, kisah haru,
            kisah nyata, inspirasi hidup, inspirasi kisah, inspirational, inspiring stories, cerita unik, fakta unik, dunia
            unik, aneh tapi nyata, unik viral, kisah viral, weird wonderful, weird world, strange news, oddball, oddity, funny
            news, feel good, positive news, uplifting, heartwarming, acts of kindness, royal babies, human stories, human
            story, kisah, kisah kita, kisah warga, kisah inspirasi, cerita warga, cerita inspiratif, cerita inspirasi,
            inspirasi, sosok inspiratif, tokoh inspiratif, real life, real life stories, life stories, people stories,
            personal stories
            """),
        ("labour", """
            ketenagakerjaan, tenaga kerja, dunia kerja, lowongan, lowongan kerja, loker, karier, karir, buruh, perburuhan,
            pengangguran, labour, labor, labor jobs, labour market, labor unions, jobs, employment, unemployment, career,
            careers, jobs careers, workplace, work careers, ketenagakerjaan buruh, naker, tki, tkw, pekerja migran, pekerja
            migran indonesia, upah, upah minimum, ump, umk, phk, serikat pekerja, serikat buruh, pekerja, lowongan pekerjaan,
            cpns, pppk, asn pppk, tips karier, tips karir, karier pekerjaan, employment law, labor market, labour relations,
            labor relations, labor movement, labor rights, workers rights, worker rights, job market, job search, layoffs,
            minimum wage, unions, trade unions, strikes, workforce, hiring, human resources, hr, future of work, career
            advice, career development, management careers, wages, salaries, jobs employment, jobs unemployment
            """),
        ("lifestyle", """
            lifestyle, life style, gaya hidup, gaya, lifestyle leisure, leisure, rekreasi, travel, traveling, travelling,
            traveler, travel tourism, travel leisure, jalan jalan, wisata, pariwisata, wisata kuliner, kuliner wisata,
            tourism, destinasi, destinations, liburan, plesir, vacation, holidays, kuliner, makanan, makanan minuman, resep,
            resep masakan, resep makanan, masakan, restoran, food, foods, food drink, food drinks, food dining, food wine,
            food beverage, cooking, recipe, recipes, restaurants, culinary, wine, fashion, fashion style, fashion beauty,
            fashion apparel, style, style beauty, beauty, kecantikan, cantik, parenting, pola asuh, otomotif, oto, automotive,
            hobi, hobby, hobbies, home garden, home living, homes gardens, home design, gardening, gardens, interior, interior
            design, decor, dekorasi, living, horoskop, horoscope, horoscopes, zodiak, ramalan zodiak, zodiac, astrology,
            asmara, percintaan, relationship, relationships, love sex, dating, pets, gaya hidup urban, urban lifestyle, gaya
            hidup wisata, gaya hidup kuliner, wisata alam, wisata budaya, wisata belanja, wisata dunia, wisata indonesia,
            wisata lokal, wisata luar negeri, wisata nusantara, objek wisata, tempat wisata, tips wisata, destinasi wisata,
            desa wisata, travelista, hotels, resort, staycation, backpacker, kuliner nusantara, kuliner indonesia, kuliner
            dunia, wisata rasa, makan enak, cafe, minuman, aneka resep, resep kue, resep minuman, jajanan, busana, tren mode,
            tren fashion, trend fashion, hijab style, fashion hijab, mode kecantikan, kecantikan mode, kecantikan fashion,
            make up, makeup, skincare, skin care, perawatan kulit, perawatan wajah, parfum, parenthood, anak parenting, ibu
            anak, ibu bayi, mom kids, keluarga parenting, hubungan asmara, tips asmara, relationship tips, cinta relationship,
            brides, otomotif mobil, otomotif motor, mobil, mobil listrik, motor listrik, mobil baru, motor baru, sepeda motor,
            modifikasi, modifikasi mobil, modifikasi motor, tips otomotif, otomania, otosport modifikasi, automotive cars,
            autos, autos cars, cars, car reviews, car, motoring, motoring cars, motorcycles, motorcycle, wheels, electric
            cars, rumah gaya, rumah interior, tanaman hias, tanaman, berkebun, hewan peliharaan, hobi koleksi, fengshui, feng
            shui, shio, primbon, ramalan bintang, ramalan shio, tarot, life culture, life leisure, life style health travel,
            lifestyle travel, lifestyle fashion, lifestyle food, luxury, luxury lifestyle, shopping guide, gift guide, gift
            guides, style fashion, fashion shopping, fashion trends, fashion week, street style, jewelry, jewellery,
            accessories, shoes, cosmetics, beauty tips, beauty fashion, home decor, home improvement, homes, house home, diy,
            crafts, craft, garden, parents kids, moms kids, family lifestyle, family parenting, family life, family
            relationships, love relationships, sex relationships, love dating, cats, dogs, dog, cat, pet care, animals pets,
            pets animals, adventure travel, outdoors, outdoor, outdoor recreation, fishing, camping, hiking, cruises, cruise,
            travel tips, travel guides, travel guide, travel destinations, city guides, road trips, places to go, things to
            do, days out, day trips, getaways, food recipes, food restaurants, food travel, food cooking, restaurant reviews,
            restaurant, dining, dining out, dining wine, eat drink, eating out, eats, drinks, beer, cocktails, baking,
            desserts, vegan, vegetarian, healthy eating recipes, wine spirits, wine beer, games puzzles, board games,
            minimalism, self care, self improvement, tattoos
            """),
        ("politics", """
            politik, politik pemerintahan, politik luar negeri, politik internasional, politik nasional, politik lokal,
            pemerintahan, pemilu, pilkada, pilpres, pileg, pilgub, pilwalkot, pilbup, pemilihan umum, parlemen, legislatif,
            dpr, dpr ri, dprd, mpr, kabinet, istana, kepresidenan, parpol, partai politik, demokrasi, diplomasi, geopolitik,
            hubungan internasional, politics, political, politics government, politics policy, politics elections, government
            politics, united states politics government, us politics, u s politics, uk politics, world politics, local
            politics, australian politics, government, election, elections, us elections, us election, presidential election,
            congress, senate, parliament, white house, democracy, diplomacy, foreign policy, foreign affairs, geopolitics,
            international relations, united states international relations, national security, politik dalam negeri, politik
            indonesia, politik dunia, politik daerah, politik pemilu, politik pemerintah, politik parlemen, politik kebijakan,
            politik demokrasi, politika, dinamika politik, peta politik, pemilu presiden, pemilu legislatif, pemilu serentak,
            pilkada serentak, pilkada dki, pilkada jakarta, pilgub dki, pilgub jabar, pilgub jateng, pilgub jatim, pilkades,
            pilbup pilwalkot, pemilihan presiden, pemilihan kepala daerah, capres, capres cawapres, cawapres, caleg, kpu, dpd,
            dpd ri, mpr ri, mpr dpr, dprd dki, komisi dpr, parlementaria, parlemen daerah, pdip, golkar, gerindra, nasdem,
            pkb, ppp, wakil presiden, kepala negara, pemerintah daerah, pemerintah kota, pemerintah provinsi, birokrasi,
            otonomi daerah, kebijakan publik, luar negeri politik, hubungan luar negeri, hubungan bilateral, kerja sama
            bilateral, diplomatik, asean politik, kemlu, pbb politik, politics world, national politics, state politics, state
            government, federal government, federal politics, us government, local government, government policy, public
            policy, policy politics, politics law, politics society, politics economy policy, democrats, republicans,
            republican party, democratic party, gop, labour party, conservative party, conservatives, liberal democrats, lib
            dems, tories, snp, reform uk, brexit, westminster, house of commons, house of lords, scottish politics, welsh
            politics, scottish parliament, canadian politics, indian politics, eu politics, european politics, european
            parliament, european union politics, capitol hill, capitol, us congress, us senate, house of representatives,
            legislature, state legislature, campaign, campaigns, presidential elections, midterm elections, midterms,
            primaries, presidential campaign, presidential race, voting, voting rights, ballot, trump administration, biden
            administration, impeachment, trump impeachment, immigration politics, immigration policy, us foreign policy,
            foreign relations, international affairs politics, united nations politics, referendum, fact checker politics,
            political analysis, political commentary
            """),
        ("religion", """
            agama, keagamaan, religi, religius, islam, dunia islam, islami, islamika, muslim, kristen, katolik, hindu, buddha,
            gereja, haji, haji umrah, haji umroh, umrah, umroh, info haji, khazanah, ramadan, ramadhan, tausiyah, tausyiah,
            tausiah, kajian islam, doa, doa harian, hikmah, fikih, fiqih, al quran, alquran, mualaf, masjid, religion,
            religions, religious, religion belief, religion faith, faith, faith religion, christianity, christian, catholic,
            catholicism, vatican, church, churches, judaism, buddhism, hinduism, hajj, agama islam, agama kristen, agama
            katolik, agama hindu, agama buddha, khonghucu, konghucu, kristiani, kerohanian, rohani, renungan, renungan harian,
            renungan kristen, spiritual, spiritualitas, spirituality, ibadah, ibadah haji, ramadan 1445, kisah nabi, kisah
            islami, kisah sahabat nabi, sirah, sejarah islam, ceramah, dakwah, kajian sunnah, khutbah, khutbah jumat, khotbah,
            tasawuf, tafsir, tafsir quran, hadis, hadits, fatwa, fatwa mui, mui, nahdlatul ulama, muhammadiyah, pesantren,
            pondok pesantren, santri, ustaz, ustadz, ulama, kiai, paus, paus fransiskus, vatikan, natal, idul fitri, idul
            adha, lebaran islam, kurban, zakat, wakaf, zakat wakaf, sedekah, puasa, salat, shalat, sholat, jadwal salat,
            jadwal sholat, jadwal shalat, jadwal imsakiyah, imsakiyah, bulan ramadan, islam nusantara, islam digest, dunia
            muslim, muslimah, khazanah islam, hikmah islam, kerukunan umat beragama, toleransi beragama, kementerian agama,
            kemenag, religi islam, religion ethics, religion spirituality, religion culture, religion theology, faith values,
            faith spirituality, christians, christian living, catholics, catholic church, pope francis, pope leo xiv, bible,
            bible study, theology, prayer, prayers, devotional, devotionals, sermons, ministry, evangelicals, evangelical,
            protestant, mormon, lds church, jews, jewish, jewish life, muslims, mosque, hindus, sikh, sikhism, buddhist,
            atheism, clergy, pastors, worship, spiritual life
            """),
        ("science-technology", """
            tekno, teknologi, teknologi informasi, techno, tekno sains, sains tekno, sains teknologi, teknologi sains, iptek,
            tekno bisnis, techno bisnis, sains, ilmu pengetahuan, teknologi digital, inet, internet, internet teknologi,
            gadget, gadgets, gawai, ponsel, smartphone, smartphones, handphone, phones, aplikasi, apps, software, perangkat
            lunak, hardware, komputer, computer, computers, computing, laptop, laptops, telco, telekomunikasi, telecom,
            telecoms, digital, autotekno, ai, kecerdasan buatan, artificial intelligence, machine learning, keamanan siber,
            siber, cybersecurity, cyber security, technology, technologies, tech, tech science, tech gadgets, tech industry,
            consumer tech, personal tech, science, sciences, science tech, science technology, technology science, sci tech,
            scitech, computer science, data science, antariksa, luar angkasa, astronomi, space, space astronomy, astronomy,
            nasa, fisika, physics, biologi, biology, kimia, chemistry, matematika, mathematics, math, genetics, arkeologi,
            archaeology, paleontology, geology, robot, robots, robotika, robotics, programming, open source, web development,
            software development, cloud computing, linux, android, iphone, tekno internet, tekno digital, tekno gadget,
            teknologi sains digital, teknologi internet, teknologi gadget, teknologi baru, teknologia, teknopreneur,
            techpedia, techlife, tech life, tech update, tech reviews, tech companies, big tech, tech policy, technology
            internet, internet sains, internet of things, iot, media sosial, medsos, sosmed, social media, social networking,
            social networks, xiaomi, youtube tekno, tips tekno, tips trik gadget, tips trik aplikasi, tips android, review
            gadget, ulasan gadget, harga hp, harga ponsel, hape, smartphone android, wearable, wearables, smartwatch, kamera
            digital, consumer electronics, riset teknologi, brin, sains alam, sains antariksa, sains lingkungan hidup
            teknologi, angkasa, astronomi antariksa, astronot, teleskop, fosil, purbakala, dinosaurus, artificial intelligence
            ai, ai machine learning, chatgpt, openai, generative ai, chatbots, deepfake, metaverse, web3, virtual reality, vr,
            augmented reality, 3d printing, quantum computing, semiconductors, semiconductor, chips semiconductor, data
            center, data centers, information technology, ict, tik, cyber, cybercrime security, data privacy, online privacy,
            hacking, hackers, infosec, information security, it security, malware, ransomware, keamanan data, internet
            culture, internet web, websites, mobile phones, mobile tech, mobile apps, telekomunikasi digital, 5g, operator
            seluler, telko, ios, mac, macos, ipad, windows, windows 11, chrome, firefox, browser, browsers, ubuntu,
            developers, developer, software engineering, coding, devops, databases, database, javascript, python, dotnet, c
            sharp, php, programming languages, opensource, github, science environment technology, science health technology,
            science space, science nature, science research, research science, science world, life sciences, life science,
            physical sciences, earth science, earth sciences, neuroscience, evolution, dinosaurs, fossils, anthropology,
            engineering, nanotechnology, materials science, spacex, space exploration, spaceflight, solar system, planets,
            universe, cosmos, black holes, telescopes, biotech, biotechnology, genomics, microbiology, innovation technology,
            future tech, gadget review, gadget reviews, laptop reviews, phone reviews, how to tech, tech tips, technology
            business startups, digital technology, digital life, electric vehicles technology, silicon valley, electronics
            gadgets, computing technology, video game tech
            """),
        ("society", """
            sosial, sosial budaya, sosial masyarakat, masyarakat, kemasyarakatan, isu sosial, kesejahteraan sosial,
            kependudukan, kemiskinan, pemberdayaan perempuan, kesetaraan gender, hak asasi manusia, society, social, social
            issues, society culture, human rights, human rights human rights violations, inequality, poverty, discrimination,
            gender, gender equality, lgbtq, lgbt, demographics, race ethnicity, sosial kemasyarakatan, sosial kemanusiaan,
            kemanusiaan, filantropi, philanthropy, charities, nonprofit, nonprofits, bansos, bantuan sosial, kesejahteraan,
            kesejahteraan rakyat, kesra, hak anak, perlindungan anak, perempuan anak, perlindungan perempuan, difabel,
            disabilitas, penyandang disabilitas, disability, disabilities, lansia, lanjut usia, kependudukan keluarga,
            keluarga berencana, kesetaraan, gender perempuan, feminisme, feminism, masyarakat adat, kaum muda, relawan,
            volunteering, volunteer, immigration refugees, homelessness, homeless, welfare, social welfare, social care,
            social justice, social policy, social change, civil rights, civil liberties, racism, racism bias, race relations,
            black lives matter, black voices, latino voices, asian voices, queer voices, indigenous, indigenous peoples, first
            nations, aboriginal, womens rights, women s rights, gay rights, lgbt rights, lgbtqia, transgender, equality,
            diversity, diversity inclusion, demography, activism, protests society
            """),
        ("sport", """
            olahraga, olah raga, sport, sports, sport lain, all sports, aneka olahraga, ragam olahraga, bola, sepak bola,
            sepakbola, sepak bola dunia, sepakbola dunia, sepak bola indonesia, sepak bola nasional, sepak bola internasional,
            bola dunia, bola internasional, bola indonesia, bola nasional, bola lokal, bola lain, bola sports, bola olahraga,
            liga 1, liga 2, bri liga 1, super league, liga indonesia, liga inggris, liga italia, liga spanyol, liga jerman,
            liga prancis, liga champion, liga champions, liga eropa, liga dunia, premier league, serie a, la liga, bundesliga,
            champions league, europa league, mls, timnas, timnas indonesia, piala dunia, piala asia, piala eropa, world cup,
            fifa world cup, football, american football, soccer, raket, netting, bulu tangkis, bulutangkis, badminton, tenis,
            tennis, golf, basket, bola basket, basketball, nba, wnba, mlb, baseball, nfl, nhl, hockey, ice hockey, cricket,
            rugby, rugby union, rugby league, afl, motogp, moto gp, formula 1, formula one, f1, f1 a1, balap, balapan,
            motorsport, motorsports, motosport, motor sport, nascar, racing, horse racing, tinju, boxing, mma, ufc, tinju mma,
            wrestling, atletik, athletics, renang, swimming, voli, bola voli, volleyball, cycling, balap sepeda, gymnastics,
            skiing, catur, chess, college football, college basketball, college sports, high school sports, ncaa, esports, e
            sports, esport, e sport, olympics, olympic games, olimpiade, winter olympics, paralympics, asian games, sea games,
            superskor, sport lainnya, sports lainnya, olahraga lain, olahraga lainnya, olahraga nasional, olahraga dunia,
            olahraga internasional, olahraga daerah, jadwal bola, jadwal pertandingan, hasil pertandingan, hasil liga,
            klasemen, bola voli putra, bolavoli, voli putri, proliga, liga, liga belanda, liga portugal, liga turki, liga
            malaysia, liga arab saudi, liga 3, liga nusantara, bola liga inggris, bola liga indonesia, bola liga spanyol, bola
            liga italia, bola liga jerman, bola liga champions, bri super league, persija, persib, persebaya, arema, psm,
            psis, pss, persis, bali united, borneo fc, pssi, transfer pemain, bursa transfer, bursa transfer pemain, transfer
            news, transfers, piala aff, aff cup, asean cup, asian cup, piala presiden, piala indonesia, piala menpora, piala
            fa, fa cup, efl, efl cup, league one, league two, carabao cup, scottish premiership, scottish football, european
            football, international football, womens football, women s football, women s sport, womens sport, football
            transfers, la liga spanyol, laliga, serie a italia, ligue 1, eredivisie, copa america, euro 2024, euro 2020, uefa
            euro, uefa champions league, uefa, fifa, conference league, nations league, afc, afc champions league, acl,
            manchester united, manchester city, man utd, man city, chelsea, tottenham, real madrid, juventus, ac milan, inter
            milan, bayern munich, futsal, sepaktakraw, sepak takraw, pencak silat, silat, karate, taekwondo, judo, panahan,
            archery, angkat besi, weightlifting, senam, menembak, shooting sport, panjat tebing, sport climbing, balap motor,
            balap mobil, moto2, moto3, superbike, world superbike, wsbk, wrc, rally, f1 racing, formula e, formula1, grand
            prix, otosport, autosport, indycar, motorcycle racing, motogp mandalika, sirkuit mandalika, pbsi, bwf, all
            england, thomas cup, uber cup, thomas uber cup, indonesia open, indonesia masters, tenis meja, table tennis,
            padel, squash, bilyar, biliar, billiard, snooker, darts, bowling, berkuda, equestrian, ibl, ibl indonesia, nba
            basketball, nba basket, nba indonesia, fiba, college hoops, march madness, ncaaf, ncaab, ncaa football, ncaa
            basketball, nfl football, nfl draft, fantasy football, fantasy sports, super bowl, mlb baseball, nhl hockey,
            softball, lacrosse, field hockey, canadian football, cfl, gaelic games, gaa, aussie rules, nrl, super rugby, six
            nations, rugby world cup, ipl, test cricket, t20, womens world cup, women s world cup, piala dunia u 17, piala
            dunia u 20, timnas u 23, timnas u 17, timnas u 19, timnas u 20, olimpiade tokyo, olimpiade paris, paris 2024,
            tokyo 2020, summer olympics, beijing 2022, paralimpiade, asian para games, commonwealth games, pon xx, pon xxi,
            popnas, porprov, wimbledon, us open, australian open, french open, roland garros, grand slam, atp, wta, davis cup,
            pga, pga tour, lpga, ryder cup, masters golf, liv golf, tour de france, ufc mma, mma ufc, one championship, boxing
            mma, wwe, pro wrestling, track field, triathlon, athletics running, figure skating, ski, snowboarding, winter
            sports, sailing, rowing, water polo, extreme sports, horse racing betting, sports betting, sports business, sports
            media, local sports, prep sports, preps, high school football, high school basketball, varsity, e sport mobile
            legends, mobile legends, pubg, dota 2, valorant, mpl, mpl indonesia, game esports, raket badminton, arena bola,
            all sport, sportainment, sportpedia, gosip bola, ragam bola, bola ragam, ragam sport, galeri bola, soccer
            international, atlet, liga voli
            """),
        ("conflict", """
            hankam, militer, pertahanan, pertahanan keamanan, alutsista, konflik, konflik bersenjata, konflik timur tengah,
            perang, perang ukraina, perang rusia ukraina, perang gaza, perdamaian, military, military defense, defense,
            defence, war, wars, war conflict, war peace, war in ukraine, ukraine war, russia ukraine war, ukraine russia war,
            israel hamas war, israel gaza war, gaza war, conflict, conflicts, conflict war, armed conflict, peace, tni, tni
            ad, tni al, tni au, tni polri, kemhan, hankam militer, militer dunia, militer internasional, pertahanan negara,
            persenjataan, senjata, alutsista tni, kkb, kkb papua, opm, konflik papua, konflik israel palestina, konflik
            palestina, konflik rusia ukraina, perang israel hamas, perang israel iran, perang rusia, perang dunia, perang
            saudara, rusia ukraina, rusia vs ukraina, israel palestina, israel vs palestina, palestina israel, agresi militer,
            gencatan senjata, perang dagang militer, navy, air force, marines, marine corps, armed forces, troops, weapons,
            nuclear weapons, missiles, military affairs, defence security, defense security, security defense, ukraine
            conflict, ukraine crisis, ukraine invasion, war ukraine, russia ukraine, russia ukraine conflict, russia invades
            ukraine, russian invasion of ukraine, russia war, israel hamas, israel gaza, israel gaza conflict, israel
            palestine, israel hamas conflict, israeli palestinian conflict, gaza conflict, middle east conflict, iraq war,
            afghanistan war, afghan war, syria war, syrian civil war, syria conflict, syria civil war, yemen war, sudan war,
            civil war, conflict zones, insurgency, islamic state, al qaeda, taliban, hezbollah, veterans, peacekeeping, peace
            talks, ceasefire, genocide, war crimes
            """),
        ("weather", """
            cuaca, info cuaca, prakiraan cuaca, perkiraan cuaca, ramalan cuaca, cuaca hari ini, cuaca ekstrem, weather,
            weather forecast, weather forecasts, severe weather, extreme weather, hurricanes, cuaca iklim, cuaca hari, cuaca
            besok, info cuaca bmkg, bmkg, bmkg cuaca, prakiraan cuaca bmkg, prakiraan cuaca hari ini, prakirawan, peringatan
            dini cuaca, hujan, hujan lebat, musim hujan, musim kemarau, angin kencang, gelombang tinggi, suhu udara, el nino,
            la nina, weather climate, weather traffic, local weather, weather alerts, weather warnings, weather blog,
            forecast, forecasts, winter weather, winter storm, snowstorm, heat wave, heatwave, heatwaves, hurricane, hurricane
            season, tropical weather, tropical storms, tornadoes, tornado, typhoon, typhoons, cyclone, uk weather, us weather,
            meteorology, storm team, storm tracker, capital weather gang
            """),
    ];
}
