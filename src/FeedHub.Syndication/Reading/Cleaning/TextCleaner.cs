using FeedHub.Syndication.Reading.Dates;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Goes through a text's lines once and sorts them into text and furniture.</summary>
internal sealed class TextCleaner(ParsedItem item, TimeZoneInfo zone, DateTimeOffset now)
{
    // Dates and bylines stand above the text; further down they belong to what is told.
    private const int HeadLines = 6;

    // So many repeated sentences are not furniture: it is an article that the source has published before.
    private const int MostFurniture = 3;

    private readonly List<string> _text = [];
    private readonly CreditLines _byline = new();
    private DateTimeOffset? _published;
    private string? _dateline;
    private string? _agency;
    private bool _skipLink;
    private int _kept;
    private int _dropped;

    /// <summary>The text and what its furniture told.</summary>
    public ItemText Read()
    {
        if (!TrySort())
            return WithRepeated().Read();
        var text = Text;
        return new ItemText
        {
            Text = text,
            Authors = Values.Distinct([.. _byline.Names(Dateline.Agency(_dateline) ?? _agency)]),
            Dateline = _dateline,
            Published = _published,
            Language = LanguageGuess.Of(item.Title, text),
        };
    }

    /// <summary>The text alone: what its language is costs as much again.</summary>
    public string ReadText() => TrySort() ? Text : WithRepeated().ReadText();

    private string Text => string.Join(' ', _text);

    // False if what the source repeats is the article.
    private bool TrySort()
    {
        foreach (var line in TextLines.Of(item))
            Read(line);
        return _dropped <= MostFurniture || _dropped <= _kept;
    }

    private TextCleaner WithRepeated() => new(item with { Repeated = RepeatedSentences.None }, zone, now);

    private void Read(string line)
    {
        var isLinked = _skipLink;
        _skipLink = Boilerplate.IsBareMarker(line);
        if (_skipLink || (isLinked && Boilerplate.LooksLikeHeadline(line)) || IsHead(line) || IsAgency(line) || Boilerplate.Is(line)
            || _byline.Read(line))
            return;
        if (_text.Count == 0 && _dateline is null)
            (_dateline, line) = Dateline.Split(line);
        line = Boilerplate.Without(WithoutRepeated(WithoutAgency(line)));
        if (line.Length > 0)
            _text.Add(line);
    }

    private string WithoutAgency(string line)
    {
        (var rest, var agency) = Boilerplate.SplitAgency(line);
        _agency ??= agency;
        return rest;
    }

    private string WithoutRepeated(string line)
    {
        var rest = item.Repeated.Without(line);
        var (before, after) = rest == line ? (1, 1) : (Sentences.Count(line), Sentences.Count(rest));
        _kept += after;
        _dropped += before - after;
        return rest;
    }

    private bool IsAgency(string line)
    {
        if (Boilerplate.SplitAgency(line) is not (Kept: "", Agency: { } agency))
            return false;
        _agency ??= agency;
        return true;
    }

    private bool IsHead(string line)
    {
        if (_text.Count >= HeadLines)
            return false;
        if (line == item.Title && _text.Count == 0)
            return true;
        if (_published is not null || !DateAlone.Is(line) || FeedDate.Parse(line, zone, now) is not { } date)
            return false;
        _published = date;
        return true;
    }
}
