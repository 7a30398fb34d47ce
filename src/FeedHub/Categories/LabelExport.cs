using System.Text.Encodings.Web;
using System.Text.Json;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>The labels that people gave, for training here and elsewhere.</summary>
public sealed class LabelExport(IDbContextFactory<FeedHubDb> databases)
{
    /// <summary>How much more than a publisher's category a person's word counts in training.</summary>
    private const double Weight = 5;

    private static readonly JsonSerializerOptions Lines = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <summary>Every label, oldest first.</summary>
    public async Task<IReadOnlyList<LabelledText>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var labels = await db.CategoryLabels.AsNoTracking().OrderBy(l => l.Id).ToListAsync(cancellation);
        return labels.ConvertAll(l => new LabelledText(l.Title, l.Text, l.Language, l.Slugs, l.Source, Weight));
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.CategoryLabels.CountAsync(cancellation);
    }

    /// <summary>Every label as JSON Lines: one <see cref="LabelledText"/> a line.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        foreach (var text in await AllAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(stream, text, Lines, cancellation);
            await stream.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }
}
