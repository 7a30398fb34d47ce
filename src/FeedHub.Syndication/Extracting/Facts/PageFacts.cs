using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>What a page states, before anything is chosen from it.</summary>
/// <param name="Root">The page.</param>
/// <param name="Address">Where it was found.</param>
/// <param name="Metas">Its <c>meta</c> and <c>link</c> elements.</param>
/// <param name="Data">Its JSON-LD.</param>
/// <param name="Lines">All its lines, those that are dropped from the article too.</param>
internal sealed record PageFacts(PageNode Root, Uri Address, Metas Metas, LinkedData Data, IReadOnlyList<PageLine> Lines)
{
    /// <summary>True where the article is in Indonesian.</summary>
    public bool IsIndonesian { get; init; }

    /// <summary>Which of the lines is the page's headline; -1 if none is.</summary>
    public int Headline { get; init; } = -1;

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The last text of the article; null if none was found.</summary>
    public PageNode? TextEnd { get; init; }

    /// <summary>Reads a page.</summary>
    public static PageFacts Of(PageNode root, Uri address)
    {
        var lines = PageLines.Of(root);
        return new PageFacts(root, address, Metas.Of(root), LinkedData.Of(root, address), lines);
    }

    /// <summary>The same with its headline found among the lines: as a heading, as plain text, else in a link.</summary>
    public PageFacts With(string? title)
    {
        if (title is null)
            return this;
        var best = Lines.Index().Where(line => Headlines.IsShownAs(line.Item.Text, title)).OrderBy(line => Rank(line.Item, title))
            .Select(line => line.Index).FirstOrDefault(-1);
        var isSure = best >= 0 && Lines[best].LinkShare <= 0.5;
        return this with { Title = title, Headline = !isSure && OnlyHeading() is >= 0 and var only ? only : best };
    }

    // Pages that call themselves otherwise for search engines.
    private int OnlyHeading()
    {
        var headings = Lines.Index().Where(line => line.Item.Block.Name == "h1").Take(2).ToList();
        return headings is [var only] && only.Item.LinkShare < 0.5 ? only.Index : -1;
    }

    private static int Rank(PageLine line, string title) =>
        line.LinkShare > 0.5 ? 3 : line.Block.Name == "h1" ? 0 : Headlines.IsSame(line.Text, title) ? 1 : 2;

    /// <summary>The lines of the article's head: those below its headline, then those above it, the nearest first.</summary>
    public IEnumerable<PageLine> Head(int before, int after) => Headline < 0
        ? Lines.Take(after)
        : Lines.Skip(Headline + 1).Take(after).Concat(Lines.Take(Headline).TakeLast(before).Reverse());
}
