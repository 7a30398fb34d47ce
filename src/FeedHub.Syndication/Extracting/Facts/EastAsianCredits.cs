using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Who wrote and who edited, as Chinese and Korean papers say it: "作者：赵明宇", "（山城社記者何佳穎山城5日電）", "박지훈 기자".</summary>
internal static partial class EastAsianCredits
{
    private const int MaxLine = 100;
    private const int LongestName = 3;
    private const int ShortestPlace = 2;

    /// <summary>Roles with names in a line, or at its beginning.</summary>
    public static IEnumerable<(string Role, string Name)> In(string line)
    {
        if (!line.AsSpan().ContainsAnyInRange('\u4E00', '\uD7A3'))
            yield break;
        foreach (var match in line.Length <= MaxLine ? Labelled().Matches(line).AsEnumerable() : [])
            yield return (match.Groups["role"].Value, match.Groups["name"].Value);
        if (Korean().Match(line) is { Success: true } korean)
            yield return ("記者", korean.Groups["name"].Value);
        if (Dispatch().Match(line) is { Success: true } dispatch)
            yield return ("記者", WithoutPlace(dispatch.Groups["name"].Value, dispatch.Groups["day"].Success));
    }

    // The name and the place that it is sent from stand together.
    private static string WithoutPlace(string name, bool hasPlace) =>
        hasPlace && name.Length > ShortestPlace + 1 ? name[..Math.Min(LongestName, name.Length - ShortestPlace)] : name;

    [GeneratedRegex(@"(?<role>作者|记者|記者|撰文|文字|责任编辑|責任編輯|责编|責編|编辑|編輯|编辑|審核|核稿)\s*[:：/／|]\s*"
        + @"(?<name>[\u4E00-\u9FFF·]{2,5}(?:[\s、，]+[\u4E00-\u9FFF·]{2,5}(?![\u4E00-\u9FFF]*\s*[:：]))*)(?!\s*[:：])")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\W*(?<name>[\uAC00-\uD7A3]{2,4})\s?(?:기자|특파원|논설위원)(?:\s+\S+@\S+)?\W*$")]
    private static partial Regex Korean();

    [GeneratedRegex(@"^[（(【][\u4E00-\u9FFF]{2,6}(?:記者|记者)(?<name>[\u4E00-\u9FFF]{2,7}?)(?:(?<day>\d{1,2})日[電电]|[）)】])"
        + @"|^[\u4E00-\u9FFF]{2,5}\d{1,2}月\d{1,2}日[电電][（(](?:記者|记者)\s*(?<name>[\u4E00-\u9FFF]{2,4}(?:、[\u4E00-\u9FFF]{2,4})*)")]
    private static partial Regex Dispatch();
}
