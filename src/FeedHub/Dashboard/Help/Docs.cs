using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Help;

/// <summary>The pages of <c>docs</c>, which are inside the program, as HTML.</summary>
internal static class Docs
{
    private const string Ending = ".md";
    private const string Prefix = "FeedHub.Docs.";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    /// <summary>Those for people who run FeedHub, in the order to read them in: name and title.</summary>
    public static IReadOnlyList<(string Name, string Title)> Pages =>
    [
        ("sources", Say("Sources and rules", "Sumber dan aturan")),
        ("reading", Say("Read with FeedHub", "Membaca dengan FeedHub")),
        ("operating", Say("Run it for years", "Menjalankannya bertahun-tahun")),
        ("configuration", Say("Configuration", "Konfigurasi")),
        ("install", Say("Install FeedHub", "Memasang FeedHub")),
        ("api", Say("For programs", "Untuk program")),
        ("architecture", Say("How it is built", "Cara FeedHub dibangun")),
    ];

    /// <summary>The page of this name, such as <c>operating</c> or <c>notes/hub</c>: its title and its HTML; null: there is none.</summary>
    public static (string Title, string Html)? Find(string name)
    {
        using var file = typeof(Docs).Assembly.GetManifestResourceStream($"{Prefix}{name}{Ending}");
        if (file is null)
            return null;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var page = Markdown.Parse(reader.ReadToEnd(), Pipeline);
        var heading = page.OfType<HeadingBlock>().FirstOrDefault();
        foreach (var link in page.Descendants<LinkInline>())
            link.Url = AddressOf(name, link.Url);
        heading?.GetAttributes().AddClass("page-header");
        foreach (var table in page.Descendants<Markdig.Extensions.Tables.Table>())
            MakeWide(table);
        return (heading?.Inline?.FirstChild?.ToString() ?? name, page.ToHtml(Pipeline));
    }

    // It scrolls where it is wider than the window, with the keyboard too.
    private static void MakeWide(Markdig.Extensions.Tables.Table table)
    {
        table.GetAttributes().AddClass("table");
        table.GetAttributes().AddProperty("tabindex", "0");
    }

    // Links between the pages are those of the folder.
    private static string? AddressOf(string from, string? url)
    {
        if (url is null || url.StartsWith('#') || url.Contains("://", StringComparison.Ordinal))
            return url;
        var place = new Uri(new Uri($"http://docs/{from}{Ending}"), url);
        return place.AbsolutePath.EndsWith(Ending, StringComparison.Ordinal)
            ? $"{HelpPages.Home}{place.AbsolutePath[..^Ending.Length]}{place.Fragment}"
            : null;
    }
}
