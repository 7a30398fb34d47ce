namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Pieces that mean something to a parser, a browser, a database or a person.</summary>
internal static class Pieces
{
    /// <summary>Markup that a browser must never get.</summary>
    public static string[] Unsafe { get; } =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>", "<svg onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<b style='x:expression(alert(1))'>",
        "<object data='data:text/html,<script>alert(1)</script>'>", "<template><img src=x onerror=alert(1)></template>",
        "<select><option><script>alert(1)</script>", "<xmp></xmp><img src=x onerror=alert(1)>",
        "<video poster='javascript:alert(1)'><source src='java\tscript:alert(1)'></video>", "<a href=' &#1;javascript:alert(1)'>",
        "<base href='javascript:alert(1)//'>",
        "<picture><source srcset='javascript:alert(1) 2x'><img data-src='data:text/html,x'></picture>",
        "<table><caption><svg><desc></table><script>alert(1)</script>", "<p id=\"x\" title='`><img src=x onerror=alert(1)>`'>",
        "<textarea></textarea><script>alert(1)</script>", "<style>@import 'javascript:alert(1)'</style>",
        "<annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml>", "<o:p><scr<o:p/>ipt>alert(1)</scr<o:p/>ipt>",
        "<title><a href=\"</title><img src=x onerror=alert(1)>\">", "<plaintext>", "<!--><img src=x onerror=alert(1)>-->",
    ];

    /// <summary>Texts that replace a whole value.</summary>
    public static string[] Values { get; } =
    [
        "", " ", "0", "-1", "1e309", "99999999999999999999", "NaN", "true", "null", "2026-11-24T10:00:00Z", "9999-12-31T23:59:59+14:00",
        "0001-01-01T00:00:00-14:00", "Tue, 31 Feb 2026 25:61:61 +9999", "٢٠٢٥-١١-٢٤", "２０２５年１１月２４日 下午 3:10",
        "24 พ.ย. 2569", "2025-11-24 오후 3:10:00", "1764000000", "-62135596801", "24 Nov 2025 14:20:00 Europe/Paris", "http://",
        "https://a\u2024b/f", "http://[::1", "http://user:pw@h.example/?apikey=K", "//", "?", "#", "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "http://a.example:99999/", "https://google.com/url?url=https%3A%2F%2F",
        "https://a.example/" + "%zz%", "../../..", "\uD800", "\uDC00\uD800", "\uFFFE", "\0", "\u202E", "]]>", "<![CDATA[", "&lt;b&gt;",
        "&amp;lt;script&amp;gt;",
        "&#0;", "&#x110000;", "&nbsp;", "en_US", "iw", "x-default", "Indonesian", "-", "audio/mpeg", "text/html; charset=x", "html",
        "xhtml", "text", "base64", "utf-8", "utf-16", "iso-2022-jp", "x-unknown", "1.0", "1.1", "preserve", "hub", "self",
        "alternate", "enclosure",
        new('a', 1001), new('é', 5000), string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 200)), "https://a.example/"
            + new string('p', 5000), .. Unsafe,
    ];

    /// <summary>Everything.</summary>
    public static string[] All { get; } =
    [
        "<", ">", "&", "\"", "'", "/>", "</", "<!", "<!--", "-->", "--!>", "<?", "?>", "<?xml version='1.1' encoding='utf-16'?>",
        "<!DOCTYPE x [<!ENTITY a 'b&a;'>]>", "&a;", "<item>", "</item>", "<entry>", "</entry>", "<channel>",
        "</channel>", "<rss>", "</rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>", "<rdf:RDF>", "<link rel='hub' href='http://h.example/'/>", "<guid/>",
        "<title>", "</title>", "<content type='xhtml'>", "<div xmlns='http://www.w3.org/1999/xhtml'>", "</div>", "<content:encoded>",
        "</content:encoded>",
        "<media:group><media:content url='http://a.example/1' width='9' medium='image'/></media:group>", " xml:base='http://b.example/'",
        " xml:base='::'", " xml:lang='en_US'", " xmlns=''", " xmlns:a=''", " xmlns:a='b' xmlns:a='c'", "<a:b:c/>", "<html>", "<body>",
        "<outline xmlUrl='feed://https://a.example/' text='x'>",
        "{", "}", "[", "]", ",", ":", "\\", "\\u", "\\uD800", "\\u0000", "\"items\":[", "{\"id\":1}", "null", "1e999", "//", "/*", "\r",
        "\r\n", "\t", "\u0085", "\u2028", "\uFEFF", "\0", "\u001b", "<br/>", "<p>", "</p>", "<table>", "<tr>", "<td>", "<b>", "<i>",
        "<font>", "<w:x/>", "<svg><path/></svg>", "<math><msup><mi>e</mi><mn>2</mn></msup></math>",
        "<noscript>", "<object>", "<picture>", "<img srcset='a 1x, b 2x' data-src=c>", "<img data-srcset=',,, 1x'>", "<pre>",
        "<ul><li>", .. Values,
    ];
}
