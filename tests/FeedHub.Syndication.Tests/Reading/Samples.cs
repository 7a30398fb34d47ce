namespace FeedHub.Syndication.Tests.Reading;

/// <summary>One well-formed feed of each format, with a bit of everything.</summary>
internal static class Samples
{
    public const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>Wöchentlich</title><link>https://site.example/</link><language>de</language>
        <item><title>First &amp; best</title><link>/1</link><guid>e1</guid><pubDate>Tue, 22 Oct 2024 12:08:00 GMT</pubDate><dc:creator>Ana</dc:creator>
        <category>A</category><description>short</description><content:encoded><![CDATA[<p>long <b>bold</b><script>x()</script></p>]]></content:encoded>
        <media:content url="https://e.example/c.jpg" medium="image"/><enclosure url="https://e.example/1.mp3" length="5" type="audio/mpeg"/></item>
        <item><title>Second</title><link>/2</link><pubDate>Selasa, 22 Okt 2024 - 19:08 WIB</pubDate><description>&lt;p&gt;text&lt;/p&gt;</description></item>
        </channel></rss>
        """;

    public const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/" xml:lang="en"><title type="html">A &amp;amp; B</title><author><name>Ana</name></author>
        <entry><id>tag:a.example,2024:1</id><title>One</title><link href="x/1"/><updated>2024-10-22T12:08:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b></div></content><category term="T"/></entry>
        <entry><id>2</id><title>Two</title><published>2024-10-22T12:08:00+07:00</published><summary>s</summary></entry></feed>
        """;

    public const string Rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link></channel>
        <item rdf:about="https://r.example/1"><title>日本語</title><link>https://r.example/1</link><dc:date>2024-10-22T21:08+09:00</dc:date></item></rdf:RDF>
        """;

    public const string Json = """
        {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","title":"One","content_html":"<p>x</p>","tags":["a"],"authors":[{"name":"Ana"}],
        "attachments":[{"url":"https://e.example/1.mp3","mime_type":"audio/mpeg"}]},{"id":"2","content_text":"y","date_published":"2024-10-22T12:08:00Z"}]}
        """;

    public static readonly string[] All = [Rss, Atom, Rdf, Json];
}
