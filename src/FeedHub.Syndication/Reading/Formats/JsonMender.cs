namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Closes a JSON Feed that ends too early.</summary>
internal static class JsonMender
{
    // {"items":[{…},{…}: items end where the nesting comes back to the object and its list.
    private const int ItemLevel = 2;

    /// <summary>The text up to the end of its last complete item, with list and object closed; null without such an item.</summary>
    public static string? CloseAfterLastItem(string text)
    {
        int depth = 0, end = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') i = EndOfString(text, i);
            else if (text[i] is '{' or '[') depth++;
            else if (text[i] is '}' or ']' && --depth == ItemLevel && text[i] == '}') end = i;
        }

        return end < 0 ? null : text[..(end + 1)] + "]}";
    }

    private static int EndOfString(string text, int at)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\') at++;
        }

        return at;
    }
}
