namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Month names of further languages, as CLDR has them; a name that means two months is in none of the lines.</summary>
internal static class FurtherMonthNames
{
    // One line a month: Marathi, Telugu, Malayalam, Kannada, Gujarati, Punjabi, Sinhala, Nepali, Burmese, Khmer, Lao, Georgian, Armenian,
    // Azerbaijani, Uzbek, Kazakh, Kyrgyz, Albanian, Icelandic, Belarusian, Slovenian, Basque, Irish, Galician, Amharic, Pashto, Hausa,
    // Somali, Afrikaans, Maltese, Uyghur, Odia, Yoruba, Kurdish and others. Short ones in Latin letters are words of other languages too.
    public static readonly string[] Lines =
    [
        "जानेवारी जाने జనవరి ജനുവരി ജനു ಜನವರಿ જાન્યુઆરી જાન્યુ ਜਨਵਰੀ ජනවාරි ဇန်နဝါရီ ဇန် មករា ມັງກອນ იანვარი იან "
            + "հունվարի հունվար հնվ yanvar қаңтар қаң janar студзеня студзень сту јануари јан urtarrila eanáir xaneiro ጃንዩወሪ "
            + "ጃንዩ جنوري janairu jannaayo januarie jannar январ ýanwar гыйнвар гыйн يانۋار জানুৱাৰী জানু ଜାନୁଆରୀ siječanj "
            + "sausis januwari ṣẹ́rẹ́ rêbendanê rêbendan janoary mutarama জানুয়ারী جنو јанвар яну tammikuu tammik ژانویهٔ",
        "फेब्रुवारी फेब्रु ఫిబ్రవరి ఫిబ్ర ഫെബ്രുവരി ഫെബ്രു ಫೆಬ್ರವರಿ ಫೆಬ್ರ ફેબ્રુઆરી ફેબ્રુ ਫ਼ਰਵਰੀ ਫ਼ਰ පෙබරවාරි පෙබ "
            + "फेब्रुअरी ဖေဖော်ဝါရီ កុម្ភៈ ກຸມພາ თებერვალი თებ փետրվարի փետրվար փտվ fevral ақпан ақп shkurt лютага люты "
            + "otsaila feabhra feabh febreiro ፌብሩወሪ ፌብሩ فبروري فېبروري faburairu febraayo феврал fewral فېۋرال ফেব্ৰুৱাৰী "
            + "ফেব্ৰু ଫେବୃଆରୀ veljača veebr vasaris februwari èrèlè reşemiyê reşemî شوبات ለካቲት febroary gashyantare "
            + "ফেব্রুয়ারী ফেব فبروری فيبروري helmikuu helmik फ़रवरी فوریهٔ",
        "మార్చి മാർച്ച് മാർ ಮಾರ್ಚ್ માર્ચ ਮਾਰਚ මාර්තු මාර් မတ် មីនា ມີນາ მარტი მარ մարտի մարտ մրտ наурыз нау сакавіка "
            + "сакавік сак marec martxoa ማርች maris maarso marzu مارت মাৰ্চ ମାର୍ଚ୍ଚ ožujak kovas mashi ẹrẹ̀nà ẹrẹ̀n adarê "
            + "ئازار መጋቢት martsa werurwe maaliskuu maalisk",
        "एप्रिल एप्रि ఏప్రిల్ ఏప్రి ഏപ്രിൽ ഏപ്രി ಏಪ್ರಿಲ್ ಏಪ್ರಿ એપ્રિલ ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ अप्रिल ဧပြီ មេសា ເມສາ აპრილი აპრ "
            + "ապրիլի ապրիլ ապր aprel сәуір сәу prill красавіка красавік кра apirila aibreán ኤፕሪል ኤፕሪ afirilu abriil abrëll "
            + "апрел ئاپرېل এপ্ৰিল ଅପ୍ରେଲ travanj balandis ephreli avrêlê avrêl نیسان ሚያዝያ aprily এপ্রি اپريل huhtikuu huhtik "
            + "آوریل",
        "മേയ് මැයි ឧសភា ພຶດສະພາ მაისი მაი մայիսի մայիս մյս мамыр мам maiatza bealtaine mejju svibanj gegužė ẹ̀bibi "
            + "gulanê gulan ئایار ግንቦት gicurasi مئي toukokuu toukok مهٔ",
        "జూన్ ജൂൺ ಜೂನ್ જૂન ਜੂਨ ජූනි जुन ဇွန် មិថុនា ມິຖຸນາ ივნისი ივნ հունիսի հունիս հնս iyun маусым мау qershor "
            + "чэрвеня чэрвень чэр јуни junij ekaina meitheamh meith junie ġunju ئىيۇن ଜୁନ lipanj birželis òkúdu pûşperê "
            + "pûşper حوزەیران kamena ијун ијн kesäkuu kesäk ژوئن",
        "जुलै జులై ജൂലൈ ಜುಲೈ જુલાઈ ਜੁਲਾਈ ਜੁਲਾ ජූලි ဇူလိုင် កក្កដា ກໍລະກົດ ივლისი ივლ հուլիսի հուլիս հլս iyul шілде шіл "
            + "korrik ліпеня ліпень ліп јули julij uztaila xullo ጁላይ جولای luuliyo julie lulju ئىيۇل ଜୁଲାଇ srpanj liepa "
            + "julayi agẹmọ tîrmehê tîrmeh تەمووز ሓምለ jolay nyakanga জুল جول ијул ијл جولاءِ heinäkuu heinäk ژوئیهٔ",
        "ऑगस्ट ఆగస్టు ഓഗസ്റ്റ് ಆಗಸ್ಟ್ ઑગસ્ટ ਅਗਸਤ අගෝස්තු අගෝ अगस्ट ဩဂုတ် សីហា ສິງຫາ აგვისტო აგვ օգոստոսի օգոստոս օգս "
            + "avqust тамыз там gusht жніўня жнівень жні abuztua lúnasa ኦገስት ኦገስ اګست agusta ogosto awwissu awgust ئاۋغۇست "
            + "আগষ্ট ଅଗଷ୍ଟ kolovoz rugpjūtis agasti gelawêjê gelawêj ئاب ነሓሰ aogositra kanama آگسٽ elokuu",
        "सप्टेंबर सप्टें సెప్టెంబర్ సెప్టెం സെപ്റ്റംബർ സെപ്റ്റം ಸೆಪ್ಟೆಂಬರ್ ಸೆಪ್ಟೆಂ સપ્ટેમ્બર સપ્ટે ਸਤੰਬਰ ਸਤੰ "
            + "සැප්තැම්බර් සැප් सेप्टेम्बर စက်တင်ဘာ စက် កញ្ញា ກັນຍາ სექტემბერი სექ սեպտեմբերի սեպտեմբեր սեպ sentyabr sentabr "
            + "қыркүйек қыр shtator верасня верасень септ iraila mfómh ሴፕቴምበር ሴፕቴ سېپتمبر سپتمبر satumba sebteembar settembru "
            + "сентябр سېنتەبىر ছেপ্তেম্বৰ ছেপ্তে ସେପ୍ଟେମ୍ବର rujan rugsėjis septhemba owewe rezberê rezber ئەیلوول መስከረም "
            + "septambra nzeli সেপ্টেঃ сентјабр سيپٽمبر сеп syyskuu syysk szept سپتامبر",
        "ऑक्टोबर ऑक्टो అక్టోబర్ అక్టో ഒക്ടോ ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ ઑક્ટોબર ઑક્ટો ਅਕਤੂਬਰ ਅਕਤੂ ඔක්තෝබර් ඔක් अक्टोबर အောက်တိုဘာ "
            + "အောက် តុលា ຕຸລາ ოქტომბერი ოქტ հոկտեմբերի հոկտեմբեր հոկ oktyabr ഒക്ടോബർ oktabr қазан қаз tetor кастрычніка кастрычнік "
            + "кас urria dfómh ኦክቶበር ኦክቶ oktoobar ottubru октябр ئۆكتەبىر অক্টোবৰ অক্টো ଅକ୍ଟୋବର spalis okthoba ọ̀wàrà kewçêrê "
            + "kewçêr ጥቅምቲ ukwakira অক্টোঃ октјабр آڪٽوبر lokakuu lokak अक्तूबर اکتبر",
        "नोव्हेंबर नोव्हें నవంబర్ నవం നവംബർ നവം ನವೆಂಬರ್ ನವೆಂ નવેમ્બર નવે ਨਵੰਬਰ ਨਵੰ නොවැම්බර් නොවැ नोभेम्बर နိုဝင်ဘာ နို "
            + "វិច្ឆិកា ພະຈິກ ნოემბერი ნოე նոյեմբերի նոյեմբեր նոյ noyabr қараша қар nëntor лістапада лістапад ліс ноем azaroa "
            + "samhain ኖቬምበር ኖቬም nuwamba noofeembar novembru ноябр نويابىر নৱেম্বৰ নৱে ନଭେମ୍ବର studeni lapkritis lapkr "
            + "sermawezê sermawez ሕዳር novambra ugushyingo নভেঃ нојабр ној ное marraskuu marrask نوامبر",
        "डिसेंबर डिसें డిసెంబర్ డిసెం ഡിസംബർ ഡിസം ಡಿಸೆಂಬರ್ ಡಿಸೆಂ ડિસેમ્બર ડિસે ਦਸੰਬਰ ਦਸੰ දෙසැම්බර් දෙසැ डिसेम्बर "
            + "ဒီဇင်ဘာ ធ្នូ ທັນວາ დეკემბერი დეკ դեկտեմբերի դեկտեմբեր դեկ dekabr желтоқсан жел dhjetor снежня снежань сне "
            + "abendua nollaig decembro ዲሴምበር ዲሴም disamba diseembar diċembru декабр دېكابىر ডিচেম্বৰ ডিচে ଡିସେମ୍ବର prosinac "
            + "gruodis gruod disemba ọ̀pẹ̀ berfanbarê berfanbar ታሕሳስ desambra ukuboza ডিসেঃ دسم ڊسمبر joulukuu jouluk دسامبر",
    ];
}
