using System.Text;
using FeedHub.Model.Words;
using FeedHub.Sources.Declaration;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources;

/// <summary>Reads <c>feeds.json</c>: all of it, or all that is wrong with it.</summary>
public static class FeedsFileReader
{
    /// <summary>Most bytes of a file that are read: some 50,000 sources, and far from what could use up the memory.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Reads JSON with comments and trailing commas, with or without a byte order mark.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="topics">Slugs that are categories anyway; null: the 17 topics.</param>
    /// <param name="environment">If given, a header whose variable is not set is an error.</param>
    /// <param name="clientHeaders">If sources may set <c>User-Agent</c> and <c>Cookie</c> (<c>Polling:AllowClientHeaders</c>).</param>
    public static FeedsFileResult Parse(
        ReadOnlySpan<byte> utf8,
        IReadOnlySet<string>? topics = null,
        Func<string, string?>? environment = null,
        bool clientHeaders = false)
    {
        if (utf8.Length > MaxBytes)
        {
            var length = utf8.Length;
            return Failure(Bilingual.Of(() => TooLarge(length)));
        }

        var bytes = (utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8).ToArray();
        FeedsFileResult Read() => ParseOnce(bytes, topics, environment, clientHeaders);
        var read = Spoken.In(ReasonLanguage.English, Read);
        return read.File is null ? new(null, InBoth(read.Errors, Spoken.In(ReasonLanguage.Indonesian, Read).Errors)) : read;
    }

    private static IReadOnlyList<FeedsFileError> InBoth(IEnumerable<FeedsFileError> english, IEnumerable<FeedsFileError> indonesian) =>
        [.. english.Zip(indonesian, (one, same) => one with { Words = one.Words with { Indonesian = same.Words.Indonesian } })];

    private static FeedsFileResult ParseOnce(
        byte[] bytes, IReadOnlySet<string>? topics, Func<string, string?>? environment, bool clientHeaders)
    {
        var positions = new FilePositions(bytes);
        var (root, error) = FeedsFileSyntax.Parse(bytes, positions);
        if (root is null)
            return new(null, [error!]);
        var errors = new FeedsFileErrors(positions);
        return Validate(root, errors, topics ?? Topics(), new(errors, environment, clientHeaders));
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, IReadOnlySet{string}, Func{string, string}, bool)"/>
    public static FeedsFileResult Parse(
        string text, IReadOnlySet<string>? topics = null, Func<string, string?>? environment = null, bool clientHeaders = false) =>
        Parse(Encoding.UTF8.GetBytes(text), topics, environment, clientHeaders);

    /// <summary>Reads the file at this path; one that cannot be read is an error as any other.</summary>
    public static FeedsFileResult Read(
        string path, IReadOnlySet<string>? topics = null, Func<string, string?>? environment = null, bool clientHeaders = false)
    {
        var (bytes, problem) = FeedsFileBytes.Read(path);
        return bytes is null ? Failure(problem!) : Parse(bytes, topics, environment, clientHeaders);
    }

    internal static FeedsFileResult Failure(Bilingual words) => new(null, [new(1, 1, words)]);

    internal static string TooLarge(long bytes) =>
        Say(
            FormattableString.Invariant($"the file has {bytes:N0} bytes: FeedHub reads at most {MaxBytes:N0}"),
            FormattableString.Invariant($"berkas ini {bytes:N0} byte: FeedHub membaca paling banyak {MaxBytes:N0}"));

    private static FeedsFileResult Validate(
        PositionedJson root, FeedsFileErrors errors, IReadOnlySet<string> topics, HeadersReader headers)
    {
        var slugs = new KnownSlugs(topics, root, errors);
        var sources = new SourceEntryReader(errors, slugs, headers);
        var file = new FeedsFileRootReader(errors, sources, new CategoryRuleReader(errors, sources)).Read(root);
        var found = errors.InFileOrder();
        return new(found.Count == 0 ? file : null, found);
    }

    private static HashSet<string> Topics() => [.. Vocabulary.Topics.Select(topic => topic.Slug)];
}
