namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Tells languages in Latin and Cyrillic letters by the words that each text of them has many of.</summary>
internal static class CommonWords
{
    // So many of a text's words are among the commonest ten of its language, and of another one not half as many.
    private const double Least = 0.06;
    private const int MostWords = 400;
    private const int LeastWords = 30;

    private static readonly char[] Between = [' ', '\n', ',', '.', ':', ';', '"', '(', ')', '!', '?'];

    private static readonly Dictionary<string, HashSet<string>> Words = new()
    {
        ["en"] = Set("the of and to in is that for it was with on as are this"),
        ["id"] = Set("yang dan di dengan untuk dari ini itu pada tidak dalam akan juga oleh ke"),
        ["de"] = Set("der die und das den von zu mit ist im nicht auf ein eine für"),
        ["fr"] = Set("de la le les des et en un une du est pour dans que qui"),
        ["es"] = Set("de la que el en y los las del se por con una para un"),
        ["pt"] = Set("de que o a e do da em os não uma para com no na"),
        ["it"] = Set("di che il la e in un per è del della non con una sono"),
        ["nl"] = Set("de het een van en in is dat op te voor met zijn niet aan"),
        ["pl"] = Set("w i na z się do nie że to jest o od za przez jak"),
        ["cs"] = Set("a v se na je že s z do o i to jako za by"),
        ["sv"] = Set("och att i en som det är av för på den med till inte har"),
        ["da"] = Set("og at i en det er af til på for den med de ikke har"),
        ["no"] = Set("og i det er på en som til av for at med ikke har den"),
        ["tr"] = Set("ve bir bu da de için ile olarak olan çok daha gibi kadar sonra ancak"),
        ["sw"] = Set("ya na wa kwa katika ni za la kuwa hiyo huo cha kwamba hilo yake"),
        ["ro"] = Set("de și în a la cu pe o din care nu să pentru este că"),
        ["hu"] = Set("a az és hogy nem is egy meg de ez volt csak már el mint"),
        ["fi"] = Set("ja on ei että se oli myös hän kun mutta tai ovat joka sen"),
        ["vi"] = Set("của và là có được cho các trong không với người những một này đã"),
        ["ru"] = Set("и в не на что с по как это из для к его от но"),
        ["uk"] = Set("і в не на що з у та до як за це від про для"),
        ["bg"] = Set("на и в да се за от е с не че по са като при"),
    };

    // Words that one of both languages has for the other's.
    private static readonly HashSet<string> Malay = Set("kerana bahawa iaitu manakala seramai berkata beliau ialah sekiranya berkenaan");
    private static readonly HashSet<string> Indonesian = Set("karena bahwa yaitu sedangkan mengatakan ia adalah sebanyak menurut tersebut");

    /// <summary>The language, or null where none is sure.</summary>
    public static string? Language(string text)
    {
        var words = text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
            .Select(word => word.ToLowerInvariant()).ToList();
        if (words.Count < LeastWords)
            return null;
        var shares = Words.Select(language => (Name: language.Key, Share: (double)words.Count(language.Value.Contains) / words.Count))
            .OrderByDescending(language => language.Share).ToList();
        var name = shares[0].Share >= Least && shares[1].Share < shares[0].Share * 0.7 ? shares[0].Name : null;
        return name == "id" && IsMalay(words) ? "ms" : name;
    }

    private static bool IsMalay(List<string> words) =>
        words.Count(Malay.Contains) is > 1 and var malay && malay > words.Count(Indonesian.Contains);

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
