using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>The topics and the slugs that the file's own rules make.</summary>
internal sealed class KnownSlugs
{
    private readonly FeedsFileErrors _errors;
    private readonly HashSet<string> _known;

    public KnownSlugs(IReadOnlySet<string> topics, PositionedJson root, FeedsFileErrors errors)
    {
        _errors = errors;
        // From rules with other faults too: a fault in a rule is not one in the sources that name it.
        var own = root.Member("categories")?.Items.Select(rule => rule.Member("slug")?.Text).OfType<string>() ?? [];
        _known = [.. topics.Order(StringComparer.Ordinal), .. own.Where(Slug.IsValid)];
    }

    /// <summary>The slug; an unknown one is an error.</summary>
    public string Checked(PositionedJson value)
    {
        if (!_known.Contains(value.Text!))
        {
            _errors.Add(value, Say(
                $"{Wording.Quoted(value.Text!)} is not a category: {Instead(value.Text!)}",
                $"{Wording.Quoted(value.Text!)} bukan kategori: {Instead(value.Text!)}"));
        }

        return value.Text!;
    }

    private string Instead(string slug) => Wording.Nearest(slug, _known) is { } near
        ? Wording.Meant(near)
        : Say(
            $"write one of {string.Join(", ", _known)}, or add a rule with this slug to \"categories\"",
            $"tulis salah satu dari {string.Join(", ", _known)}, atau tambahkan aturan dengan slug ini ke \"categories\"");
}
