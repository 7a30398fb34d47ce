using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Names of people out of the ways that feeds write them: "mail (Name)", "Name &lt;mail&gt;", a name, a mail address.</summary>
internal static partial class People
{
    /// <summary>The name; the address if there is no name; null if there is neither.</summary>
    public static string? Name(string? text)
    {
        var plain = Values.NotEmpty(text);
        if (plain is null)
            return null;
        if (plain.Contains('@'))
        {
            if (MailThenName().Match(plain) is { Success: true } rss)
                return Values.Plain(rss.Groups[1].Value);
            if (NameThenMail().Match(plain) is { Success: true } mail)
                return Values.Plain(mail.Groups[1].Value);
        }

        return plain.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? Name(Uri.UnescapeDataString(plain[7..].Split('?')[0]))
            : Values.Plain(plain);
    }

    /// <summary>The name of a person given by parts.</summary>
    public static string? Name(string? name, string? mail) => Name(name) ?? Name(mail);

    [GeneratedRegex(@"^(?:mailto:)?[\w.+-]{1,200}@[\w.-]{1,200}\s*\((.+)\)$")]
    private static partial Regex MailThenName();

    [GeneratedRegex(@"^""?([^<>""]+?)""?\s*[<(]\s*(?:mailto:)?[\w.+-]{1,200}@[\w.-]{1,200}\s*[>)]$")]
    private static partial Regex NameThenMail();
}
