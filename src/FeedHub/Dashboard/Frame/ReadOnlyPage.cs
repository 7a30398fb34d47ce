using System.Text.RegularExpressions;

namespace FeedHub.Dashboard.Frame;

/// <summary>A page for those who may only look: without any button that would lead to a refusal.</summary>
internal static partial class ReadOnlyPage
{
    /// <summary>Open to the read-only role too.</summary>
    public const string ForReaders = "fh-for-readers";

    // Where a form was, so that the heading before it can go too.
    private const string Left = "<span class=\"fh-no-form\"></span>";

    /// <summary>The markup without forms that change something, and without what belongs to such a form elsewhere.</summary>
    public static string Of(string html)
    {
        html = Form().Replace(html, form => form.Groups["begin"].Value.Contains(ForReaders, StringComparison.Ordinal) ? form.Value : Left);
        html = Belonging().Replace(html, "");

        // What opens to nothing goes, the inner before the outer.
        for (var before = ""; before != html;)
            (before, html) = (html, Opening().Replace(html, Left));
        return html;
    }

    [GeneratedRegex(
        """<details[^>]*>\s*<summary[^>]*>(?:(?!</?summary).)*</summary>(?:\s|<span class="fh-no-form"></span>|<div class="panel-body">"""
            + "|</div>)*</details>",
        RegexOptions.Singleline)]
    private static partial Regex Opening();

    [GeneratedRegex("""(?<begin><form method="post"[^>]*>).*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<button[^>]*\sform="[^"]*"[^>]*>.*?</button>|<(?:input|select)[^>]*\sform="[^"]*"[^>]*>""", RegexOptions.Singleline)]
    private static partial Regex Belonging();
}
