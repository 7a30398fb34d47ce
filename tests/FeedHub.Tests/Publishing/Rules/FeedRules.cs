using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace FeedHub.Tests.Publishing.Rules;

/// <summary>What the rules for both XML formats share. A broken rule is a line that names it.</summary>
internal static partial class FeedRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    private static readonly string[] Evil
        = ["script", "style", "meta", "base", "link", "form", "object", "embed", "applet", "frame", "frameset"];

    /// <summary>The document, strictly: well-formed UTF-8 without DTD.</summary>
    public static XElement Parse(byte[] document)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(document),
            new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    /// <summary>Characters that the validator reports in any place.</summary>
    public static IEnumerable<string> Characters(XElement root) =>
        root.DescendantsAndSelf().SelectMany(e => e.Attributes().Select(a => a.Value).Append(e.HasElements ? "" : e.Value))
            .Where(text => text.Any(unit => unit is (>= '\u0080' and <= '\u009F') or '\uFFFD' or '\uFFFE' or '\uFFFF'))
            .Select(text => $"BadCharacters: {text}");

    /// <summary>Markup as safeHtml has it.</summary>
    public static IEnumerable<string> Html(string? markup)
    {
        if (markup is null)
            yield break;
        foreach (var tag in Evil.Where(tag => Regex.IsMatch(markup, $"<{tag}\\b", RegexOptions.IgnoreCase)))
            yield return $"SecurityRisk: <{tag}> in {markup}";
        if (Handler().IsMatch(markup))
            yield return $"SecurityRiskAttr: {markup}";
        foreach (Match address in Address().Matches(markup))
        {
            if (!Regex.IsMatch(address.Groups[1].Value, "^(https?://|mailto:)", RegexOptions.IgnoreCase))
                yield return $"ContainsRelRef: {address.Value}";
        }
    }

    /// <summary>Words for people: no markup in them once they are unescaped.</summary>
    public static IEnumerable<string> Plain(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [$"NotBlank: {name}"] : [];

    public static IEnumerable<string> Web(string name, string? address) =>
        address is not null && WebAddress().IsMatch(address) && Uri.IsWellFormedUriString(address, UriKind.Absolute)
            ? []
            : [$"InvalidFullLink: {name} {address}"];

    /// <summary>An id: an absolute IRI in its canonical spelling.</summary>
    public static IEnumerable<string> Id(string name, string? id)
    {
        if (id is null || !Uri.TryCreate(id, UriKind.Absolute, out var uri)
            || id.Any(unit => char.IsWhiteSpace(unit) || "<>\"{}|\\^`".Contains(unit, StringComparison.Ordinal)))
            yield return $"InvalidFullLink: {name} {id}";
        else if (id.All(char.IsAscii) && uri.Scheme is "http" or "https" && uri.AbsoluteUri != id)
            yield return $"NonCanonicalURI: {name} {id}";
        else if (id.StartsWith("urn:uuid:", StringComparison.Ordinal) && !Guid.TryParse(id["urn:uuid:".Length..], out _))
            yield return $"InvalidUUID: {name} {id}";
    }

    public static IEnumerable<string> Rfc3339(string name, string? date) =>
        date is not null && Rfc3339Date().IsMatch(date) && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var instant)
            ? Plausible(name, instant)
            : [$"InvalidRFC3339Date: {name} {date}"];

    public static IEnumerable<string> Rfc822(string name, string? date) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? Plausible(name, instant)
            : [$"InvalidRFC2822Date: {name} {date}"];

    public static IEnumerable<string> MediaType(string name, string? type) =>
        type is not null && Mime().IsMatch(type) ? [] : [$"InvalidMIMEAttribute: {name} {type}"];

    public static IEnumerable<string> Whole(string name, string? number, long least) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least
            ? []
            : [$"InvalidInteger: {name} {number}"];

    public static IEnumerable<string> Language(string name, string? tag) =>
        tag is not null && Bcp47().IsMatch(tag) ? [] : [$"InvalidLanguage: {name} {tag}"];

    /// <summary>Elements that may stand once in their parent.</summary>
    public static IEnumerable<string> Once(XElement parent, params XName[] names) =>
        names.Where(name => parent.Elements(name).Count() > 1).Select(name => $"DuplicateElement: {name} in {parent.Name}");

    public static IEnumerable<string> Needed(XElement parent, params XName[] names) =>
        names.Where(name => parent.Element(name) is null).Select(name => $"MissingElement: {name} in {parent.Name}");

    public static IEnumerable<string> Unique(string rule, IEnumerable<string?> values) =>
        values.GroupBy(value => value).Where(same => same.Count() > 1).Select(same => $"{rule}: {same.Key}");

    /// <summary>Only these children and attributes.</summary>
    public static IEnumerable<string> Only(XElement element, IEnumerable<XName> children, params string[] attributes) =>
    [
        .. element.Elements().Select(e => e.Name).Except(children).Select(name => $"UndefinedElement: {name} in {element.Name}"),
        .. element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != XNamespace.Xml).Select(a => a.Name.LocalName)
            .Except(attributes)
            .Select(name => $"UnexpectedAttribute: {name} of {element.Name}"),
    ];

    public static IEnumerable<string> Thumbnails(XElement entry) =>
        entry.Elements(Media + "thumbnail").SelectMany(picture => (IEnumerable<string>)
    [
        .. Only(picture, [], "url", "width", "height"),
        .. Web("media:thumbnail", (string?)picture.Attribute("url")),
        .. picture.Attributes().Where(a => a.Name.LocalName is "width" or "height").SelectMany(a => Whole("media:thumbnail", a.Value, 1)),
    ]);

    private static IEnumerable<string> Plausible(string name, DateTimeOffset date) =>
        date.Year < 1990 || date > DateTimeOffset.UtcNow.AddMinutes(10) ? [$"ImplausibleDate: {name} {date}"] : [];

    [GeneratedRegex("""<[^>]*\son[a-z]+\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("""\s(?:href|src|poster|cite)="([^"]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("^https?://[!-~]+$")]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex Rfc3339Date();

    [GeneratedRegex("""^[^\s()<>,;:\\"/\[\]?=]+/[^\s()<>,;:\\"/\[\]?=]+$""")]
    private static partial Regex Mime();

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Bcp47();
}
