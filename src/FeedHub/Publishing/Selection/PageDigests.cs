using System.Security.Cryptography;
using System.Text;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;

namespace FeedHub.Publishing.Selection;

/// <summary>
/// Tells from a few columns whether a page would show anything else than before. Code that changes what an entry shows sets its
/// story's <c>ChangedAt</c>.
/// </summary>
public sealed class PageDigests(IReaderEngine engine, SourceSnapshots views, FeedTitles titles)
{
    /// <summary>Equal for pages that show the same.</summary>
    public async Task<string> OfAsync(ChosenPage page, CancellationToken cancellation)
    {
        var shown = new StringBuilder();
        shown.AppendJoin('\n', page.Next, titles.Title, titles.Description, (await views.GetAsync(cancellation)).Look);
        await using var db = engine.Open();
        foreach (var row in await ShownVersions.OfAsync(db, page.Places.Select(place => place.Id), cancellation))
        {
            shown.Append('\n');
            foreach (var value in row)
                shown.Append(value).Append(' ');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())));
    }
}
