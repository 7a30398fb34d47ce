using System.Diagnostics;
using System.Text;

namespace FeedHub.Syndication.Tests.Extracting;

/// <summary>Pages that are made to cost: each ends within seconds.</summary>
public class HostilePageTests
{
    private const int Megabyte = 1 << 20;

    // Body and head of each page, made when they are asked for.
    private static readonly Dictionary<string, Func<(string Body, string Head)>> Makers = new()
    {
        ["nested boxes"] = () => (Repeat("<div>", 10 * Megabyte), ""),
        ["nested formatting"] = () => (Repeat("<b><i><a href=x><p>", 5 * Megabyte), ""),
        ["links"] = () => (Numbered(n => $"<a href=/{n}?page={n}>{n}</a>", 1_000_000), ""),
        ["ends"] = () => (Repeat("</div></p></b></table>", 5 * Megabyte), ""),
        ["attributes"] = () => ("<div " + Numbered(n => $"a{n}=b ", 600_000) + ">", ""),
        ["an attribute without end"] = () => ("<p class=\"" + Repeat("x ", 5 * Megabyte), ""),
        ["quotes"] = () => (Repeat("<p a=\"'><p a='\">", 3 * Megabyte), ""),
        ["tables"] = () => (Repeat("<table><tr><td>", 5 * Megabyte), ""),
        ["headlines"] = () => (Repeat("<h1>Pasar ikan dibuka lagi", 3 * Megabyte), ""),
        ["dates"] = () => (Repeat("<p>1 2 3 4 Januari 2024 1 2 3</p>", 3 * Megabyte), ""),
        ["bylines"] = () => (Repeat("<p>Reporter: Reporter: Editor: </p>", 3 * Megabyte), ""),
        ["brackets"] = () => ("<p>" + Repeat("((((((", 3 * Megabyte), ""),
        ["tags"] = () => (Repeat("<a rel=tag href=/tag/x>x</a>", 3 * Megabyte), ""),
        ["hidden boxes"] = () => (Repeat("<div class=comment style='display:none'><p>Kata kata kata.</p></div>", 5 * Megabyte), ""),
        ["nested data"] = () => ("", Sample.Data(Repeat("[", 2 * Megabyte))),
        ["wide data"] = () => ("", Sample.Data("{\"@type\":\"Article\",\"author\":[" + Repeat("{\"name\":\"a\"},", 3 * Megabyte) + "{}]}")),
        ["metas"] = () => ("", Repeat("<meta name=author content=a>", 5 * Megabyte)),
        ["scripts"] = () => ("", Repeat("<script>{\"a\":\"b\"}</script>", 5 * Megabyte)),
        ["an open script"] = () => ("", "<script>" + Repeat("__next_f.push([1,\"", 3 * Megabyte)),
    };

    public static TheoryData<string> Kinds => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EndsSoon(string kind)
    {
        var (body, head) = Makers[kind]();
        var watch = Stopwatch.StartNew();
        Sample.Page(body + Sample.Paragraphs, head);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{kind}: {watch.Elapsed}");
    }

    private static string Repeat(string part, int length) => new StringBuilder().Insert(0, part, length / part.Length).ToString();

    private static string Numbered(Func<int, string> part, int count) => string.Concat(Enumerable.Range(0, count).Select(part));
}
