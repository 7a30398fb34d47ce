namespace FeedHub.Syndication.Tagging;

/// <summary>
/// What publishers in Indonesian and English call their sections, by topic. Only names that mean one topic with nearly
/// every publisher: not "nasional", "peristiwa", "news", "world", "viral", "home", which may hold anything, nor names such as
/// "politik dan hukum", which hold two topics.
/// </summary>
internal static class PublisherWords
{
    /// <summary>A slug with its names, parted by commas; case, accents, punctuation, "dan" and "and" do not count.</summary>
    public static readonly (string Slug, string Words)[] BySlug =
    [
        ("arts", """
            hiburan, dunia hiburan, showbiz, show biz, seleb, selebriti, selebritis, selebritas, selebrita, selebgram, celeb, celebs,
            celebrity, celebrities, celebrity gossip, hot gossip, gosip, gossip, infotainment, artis, pesohor, entertainment, entertain,
            entertainments, film entertainment, musik, music, music reviews, konser, concerts, film, films, film tv, film musik, musik
            film, tv film, film review, film reviews, review film, film indonesia, film internasional, movie, movies, movie reviews,
            cinefilm, bioskop, cinema, sinema, sinetron, sinopsis, televisi, television, tv, tv radio, tv shows, tv movies, drama korea,
            drakor, k drama, kdrama, k pop, kpop, anime, manga, komik, comics, seni, seni budaya, budaya, kebudayaan, budaya seni,
            culture, cultural, kultur, arts, art, art design, arts culture, culture arts, arts entertainment, arts leisure, visual arts,
            performing arts, sastra, literature, literary, fiction, books, book, books literature, book reviews, buku, resensi, resensi
            buku, puisi, poetry, cerpen, theatre, theater, teater, opera, dance, ballet, museum, museums, pop culture, popular culture,
            budaya pop, hollywood, bollywood, photography, fotografi, architecture, arsitektur, media, media journalism, journalism,
            jurnalisme, jurnalistik, pers
            """),
        ("crime", """
            hukum, hukum kriminal, kriminal hukum, hukrim, kriminal, kriminalitas, peristiwa kriminal, kejahatan, hukum peradilan,
            peradilan, pengadilan, kejaksaan, kepolisian, polisi, polri, korupsi, kpk, antikorupsi, pembunuhan, narkoba, crime, crimes,
            true crime, court, courts, courts law, crime courts, crime justice, crime law, crime public safety, criminal justice, justice,
            law, law order, law crime, legal, legal affairs, legal issues, corruption, police, prisons, supreme court, terrorism,
            terorisme
            """),
        ("disaster", """
            bencana, bencana alam, kebencanaan, info bencana, mitigasi bencana, bencana kecelakaan, kecelakaan, laka lantas, lakalantas,
            kecelakaan lalu lintas, gempa, gempa bumi, gempabumi, tsunami, banjir, tanah longsor, longsor, kebakaran, kebakaran hutan,
            kebakaran hutan lahan, karhutla, erupsi, gunung meletus, disaster, disasters, natural disasters, disasters accidents,
            accident, accidents, accidents disasters, earthquake, earthquakes, floods, flooding, wildfire, wildfires, plane crash,
            emergencies
            """),
        ("economy", """
            ekonomi, ekbis, ekobis, ekonomi bisnis, bisnis ekonomi, ekonomi keuangan, ekonomi makro, ekonomi digital, ekonomi kreatif,
            ekonomi syariah, keuangan syariah, perekonomian, bisnis, dunia usaha, dunia bisnis, makro, makroekonomi, moneter, fiskal,
            fiskal moneter, sektor riil, keuangan, finansial, finance, financial, finances, money, business, business finance, business
            economy, business technology, business day, bisnis internasional, small business, economy, economics, economic, economy
            business, macroeconomics, market, markets, financial markets, pasar modal, bursa, bursa efek, bursa finansial, bursa saham,
            saham, saham valas, emiten, valas, forex, stocks, stock market, wall street, investasi, investing, investment, investments,
            investor, perbankan, banking, banks, asuransi, insurance, fintech, tekfin, kripto, crypto, cryptocurrency, cryptocurrencies,
            bitcoin, pajak, perpajakan, tax, taxes, personal finance, retirement, properti, property, real estate, realestate, perumahan,
            infrastruktur, energi, energy, energi tambang, energi migas, migas, oil gas, pertambangan, tambang, mining, mineral, minerba,
            umkm, ukm, ukm umkm, usaha kecil, kewirausahaan, wirausaha, entrepreneur, entrepreneurs, entrepreneurship, startup, startups,
            industri, industry, industries, manufaktur, manufacturing, perdagangan, trade, ekspor impor, ritel, retail, perusahaan,
            korporasi, korporat, corporate, companies, company news, bumn, agribisnis, agriculture, pertanian, perkebunan, perikanan,
            logistik, logistics, transportasi, transportation, transport, aviation, penerbangan, advertising, marketing, pemasaran
            """),
        ("education", """
            pendidikan, dunia pendidikan, edukasi, edu, edukasi pendidikan, pendidikan tinggi, perguruan tinggi, kampus, berita kampus,
            sekolah, madrasah, universitas, mahasiswa, beasiswa, guru, education, higher education, higher ed, k 12, school, schools,
            colleges, colleges universities, university, universities, scholarships, teachers, teaching, parenting education
            """),
        ("environment", """
            lingkungan, lingkungan hidup, alam lingkungan, iklim, perubahan iklim, krisis iklim, pemanasan global, konservasi, ekologi,
            polusi, keanekaragaman hayati, environment, environmental, environment climate, climate, climate change, climate crisis,
            climate environment, climate solutions, energy environment, global warming, conservation, wildlife, biodiversity, ecology,
            pollution, sustainability, keberlanjutan
            """),
        ("health", """
            kesehatan, info kesehatan, berita kesehatan, sehat, hidup sehat, info sehat, kesehatan mental, kesehatan seksual, kesehatan
            wanita, kesehatan anak, kesehatan masyarakat, kedokteran, medis, penyakit, vaksin, vaksinasi, kanker, gizi, virus corona,
            corona, covid 19, covid, covid19, coronavirus, health, healthcare, health care, health wellness, health wellbeing, health
            fitness, health medicine, wellness, medical, medicine, medicine health, mental health, public health, global health, sexual
            health, womens health, women s health, mens health, men s health, kids health, heart health, diseases, cancer, vaccines,
            nutrition
            """),
        ("human-interest", """
            human interest, human interest stories, kisah inspiratif, inspiratif, kisah unik, unik, unik aneh, aneh unik, weird, weird
            news, odd news, oddities, odd, oddly enough, offbeat, good news, quirky
            """),
        ("labour", """
            ketenagakerjaan, tenaga kerja, dunia kerja, lowongan, lowongan kerja, loker, karier, karir, buruh, perburuhan, pengangguran,
            labour, labor, labor jobs, labour market, labor unions, jobs, employment, unemployment, career, careers, jobs careers,
            workplace, work careers
            """),
        ("lifestyle", """
            lifestyle, life style, gaya hidup, gaya, lifestyle leisure, leisure, rekreasi, travel, traveling, travelling, traveler, travel
            tourism, travel leisure, jalan jalan, wisata, pariwisata, wisata kuliner, kuliner wisata, tourism, destinasi, destinations,
            liburan, plesir, vacation, holidays, kuliner, makanan, makanan minuman, resep, resep masakan, resep makanan, masakan,
            restoran, food, foods, food drink, food drinks, food dining, food wine, food beverage, cooking, recipe, recipes, restaurants,
            culinary, wine, fashion, fashion style, fashion beauty, fashion apparel, style, style beauty, beauty, kecantikan, cantik,
            parenting, pola asuh, otomotif, oto, automotive, hobi, hobby, hobbies, home garden, home living, homes gardens, home design,
            gardening, gardens, interior, interior design, decor, dekorasi, living, horoskop, horoscope, horoscopes, zodiak, ramalan
            zodiak, zodiac, astrology, asmara, percintaan, relationship, relationships, love sex, dating, pets
            """),
        ("politics", """
            politik, politik pemerintahan, politik luar negeri, politik internasional, politik nasional, politik lokal, pemerintahan,
            pemilu, pilkada, pilpres, pileg, pilgub, pilwalkot, pilbup, pemilihan umum, parlemen, legislatif, dpr, dpr ri, dprd, mpr,
            kabinet, istana, kepresidenan, parpol, partai politik, demokrasi, diplomasi, geopolitik, hubungan internasional, politics,
            political, politics government, politics policy, politics elections, government politics, united states politics government,
            us politics, u s politics, uk politics, world politics, local politics, australian politics, government, election, elections,
            us elections, us election, presidential election, congress, senate, parliament, white house, democracy, diplomacy, foreign
            policy, foreign affairs, geopolitics, international relations, united states international relations, national security
            """),
        ("religion", """
            agama, keagamaan, religi, religius, islam, dunia islam, islami, islamika, muslim, kristen, katolik, hindu, buddha, gereja,
            haji, haji umrah, haji umroh, umrah, umroh, info haji, khazanah, ramadan, ramadhan, tausiyah, tausyiah, tausiah, kajian islam,
            doa, doa harian, hikmah, fikih, fiqih, al quran, alquran, mualaf, masjid, religion, religions, religious, religion belief,
            religion faith, faith, faith religion, christianity, christian, catholic, catholicism, vatican, church, churches, judaism,
            buddhism, hinduism, hajj
            """),
        ("science-technology", """
            tekno, teknologi, teknologi informasi, techno, tekno sains, sains tekno, sains teknologi, teknologi sains, iptek, tekno
            bisnis, techno bisnis, sains, ilmu pengetahuan, teknologi digital, inet, internet, internet teknologi, gadget, gadgets, gawai,
            ponsel, smartphone, smartphones, handphone, phones, aplikasi, apps, software, perangkat lunak, hardware, komputer, computer,
            computers, computing, laptop, laptops, telco, telekomunikasi, telecom, telecoms, digital, autotekno, ai, kecerdasan buatan,
            artificial intelligence, machine learning, keamanan siber, siber, cybersecurity, cyber security, technology, technologies,
            tech, tech science, tech gadgets, tech industry, consumer tech, personal tech, science, sciences, science tech, science
            technology, technology science, sci tech, scitech, computer science, data science, antariksa, luar angkasa, astronomi, space,
            space astronomy, astronomy, nasa, fisika, physics, biologi, biology, kimia, chemistry, matematika, mathematics, math,
            genetics, arkeologi, archaeology, paleontology, geology, robot, robots, robotika, robotics, programming, open source, web
            development, software development, cloud computing, linux, android, iphone
            """),
        ("society", """
            sosial, sosial budaya, sosial masyarakat, masyarakat, kemasyarakatan, isu sosial, kesejahteraan sosial, kependudukan,
            kemiskinan, pemberdayaan perempuan, kesetaraan gender, hak asasi manusia, society, social, social issues, society culture,
            human rights, human rights human rights violations, inequality, poverty, discrimination, gender, gender equality, lgbtq, lgbt,
            demographics, race ethnicity
            """),
        ("sport", """
            olahraga, olah raga, sport, sports, sport lain, all sports, aneka olahraga, ragam olahraga, bola, sepak bola, sepakbola, sepak
            bola dunia, sepakbola dunia, sepak bola indonesia, sepak bola nasional, sepak bola internasional, bola dunia, bola
            internasional, bola indonesia, bola nasional, bola lokal, bola lain, bola sports, bola olahraga, liga 1, liga 2, bri liga 1,
            super league, liga indonesia, liga inggris, liga italia, liga spanyol, liga jerman, liga prancis, liga champion, liga
            champions, liga eropa, liga dunia, premier league, serie a, la liga, bundesliga, champions league, europa league, mls, timnas,
            timnas indonesia, piala dunia, piala asia, piala eropa, world cup, fifa world cup, football, american football, soccer, raket,
            netting, bulu tangkis, bulutangkis, badminton, tenis, tennis, golf, basket, bola basket, basketball, nba, wnba, mlb, baseball,
            nfl, nhl, hockey, ice hockey, cricket, rugby, rugby union, rugby league, afl, motogp, moto gp, formula 1, formula one, f1, f1
            a1, balap, balapan, motorsport, motorsports, motosport, motor sport, nascar, racing, horse racing, tinju, boxing, mma, ufc,
            tinju mma, wrestling, atletik, athletics, renang, swimming, voli, bola voli, volleyball, cycling, balap sepeda, gymnastics,
            skiing, catur, chess, college football, college basketball, college sports, high school sports, ncaa, esports, e sports,
            esport, e sport, olympics, olympic games, olimpiade, winter olympics, paralympics, asian games, sea games, superskor
            """),
        ("conflict", """
            hankam, militer, pertahanan, pertahanan keamanan, alutsista, konflik, konflik bersenjata, konflik timur tengah, perang, perang
            ukraina, perang rusia ukraina, perang gaza, perdamaian, military, military defense, defense, defence, war, wars, war conflict,
            war peace, war in ukraine, ukraine war, russia ukraine war, ukraine russia war, israel hamas war, israel gaza war, gaza war,
            conflict, conflicts, conflict war, armed conflict, peace
            """),
        ("weather", """
            cuaca, info cuaca, prakiraan cuaca, perkiraan cuaca, ramalan cuaca, cuaca hari ini, cuaca ekstrem, weather, weather forecast,
            weather forecasts, severe weather, extreme weather, hurricanes
            """),
    ];
}
