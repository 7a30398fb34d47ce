using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>One document on its whole way: what must hold of any.</summary>
internal sealed class DocumentCheck(FuzzDocument document, ReadOptions options)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What does not hold; and the feed, or null where the document is not one.</summary>
    public IReadOnlyList<Finding> Run(out ParsedFeed? feed)
    {
        feed = null;
        try
        {
            feed = FeedDocument.Read(document.Body, options);
            Count(feed);
            _findings.AddRange(FeedBounds.Broken(feed));
            Identify(feed);
            Write(feed);
        }
        catch (FeedReadException e) when (feed is null)
        {
            if (e.Message.StartsWith("FeedHub failed", StringComparison.Ordinal))
                _findings.Add(Finding.Of(e.InnerException ?? e));
            else if (document.Items > 0)
                Add("a well-formed feed is not read", e.Message);
        }
        catch (Exception e)
        {
            // Any exception is what is looked for.
            _findings.Add(Finding.Of(e));
        }

        return _findings;
    }

    private void Add(string kind, string words) => _findings.Add(new(kind, words));

    private void Count(ParsedFeed feed)
    {
        var expected = document.Items ?? (document.ContentType is null ? WellFormedItems() : null);
        if (expected > feed.Items.Count
            && !feed.Problems.Any(reason => reason.ToString().Contains("could not be read", StringComparison.Ordinal))
            && feed.Repairs.Count == 0)
            Add(
                "items lost without a word",
                string.Create(CultureInfo.InvariantCulture, $"{expected} in the document, {feed.Items.Count} read"));
    }

    // What two other parsers of this document count.
    private int? WellFormedItems()
    {
        try
        {
            if (document.Body.AsSpan().TrimStart(" \r\n\t"u8) is [(byte)'{', ..])
                return JsonDocument.Parse(document.Body).RootElement.GetProperty("items").GetArrayLength();
            var root = XDocument.Load(new MemoryStream(document.Body)).Root!;
            var parent = root.Name.LocalName == "rss" ? root.Element("channel") : root;
            return parent?.Elements().Count(
                e => e.Name.LocalName == (root.Name.LocalName == "feed" ? "entry" : "item") && e.Name.Namespace == root.Name.Namespace);
        }
        catch (Exception e)
            when (e is JsonException or System.Xml.XmlException or InvalidOperationException or KeyNotFoundException or ArgumentException
                or NotSupportedException)
        {
            return null;
        }
    }

    private static void Identify(ParsedFeed feed)
    {
        foreach (var policy in Enum.GetValues<IdentityPolicy>())
            ItemIdentity.Identify(feed.Items, policy);
    }

    private void Write(ParsedFeed feed)
    {
        var entries = feed.Items.Take(Republished.MostEntries).Select((item, n) => Republished.Entry(item, feed, n)).ToList();
        foreach (var entry in entries)
        {
            Fingerprint.Of(entry.Title, entry.Summary ?? "");
            _findings.AddRange(SafeMarkup.Broken(entry.ContentHtml));
        }

        _findings.AddRange(ReadBack.Broken(Republished.Feed(feed, entries)));
    }
}
