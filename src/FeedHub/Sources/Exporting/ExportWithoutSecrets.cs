using FeedHub.Model.Sources.Properties;
using FeedHub.Syndication.Writing;

namespace FeedHub.Sources.Exporting;

/// <summary>The export for those who may see everything and change nothing: with … for what is secret in addresses.</summary>
internal static class ExportWithoutSecrets
{
    private const string Note = "secrets in addresses are left out here, with … in their place: an admin's export has them";

    /// <summary>The view without them.</summary>
    /// <param name="view">As an admin sees it.</param>
    /// <param name="file">The file that its text is of.</param>
    public static ExportView Of(ExportView view, FeedsFile file)
    {
        var text = FeedsFileWriter.Write(Of(file));
        return view with
        {
            Text = text,
            Notes = text == view.Text
            ? view.Notes
            : [.. view.Notes, Note],
            Differences = [.. view.Differences.Select(Of)],
            Head = [.. view.Head.Select(Of)],
        };
    }

    private static FeedsFile Of(FeedsFile file) => file with
    {
        Sources = [.. file.Sources.Select(Of)],
        Categories = [.. file.Categories.Select(rule => rule with { Sources = [.. rule.Sources.Select(ShownAddress.Of)] })],
        Drop = [.. file.Drop.Select(rule => rule with { Sources = [.. rule.Sources.Select(ShownAddress.Of)] })],
    };

    private static SourceEntry Of(SourceEntry source)
    {
        var declared = source.Declared.Copy();
        foreach (var property in SourceProperties.All.OfType<TextProperty>())
            property.Set(declared, ShownAddress.InText(property.TextOf(declared)));
        return source with { Url = ShownAddress.Of(source.Url), Declared = declared };
    }

    private static SourceDifference Of(SourceDifference one) =>
        one with
        {
            Url = ShownAddress.Of(one.Url),
            Properties = [.. one.Properties.Select(Of)],
        };

    private static PropertyDifference Of(PropertyDifference one) =>
        one with { From = ShownAddress.InText(one.From), To = ShownAddress.InText(one.To) };
}
