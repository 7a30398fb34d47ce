using System.Text.Json;
using FeedHub.Fetching;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads <c>headers</c> of a source.</summary>
/// <param name="errors">Where complaints go; they never quote a value, which may be a secret.</param>
/// <param name="environment">Asked whether the variables are set; null: not asked.</param>
/// <param name="client">Whether a source may set <c>User-Agent</c> and <c>Cookie</c>.</param>
internal sealed class HeadersReader(FeedsFileErrors errors, Func<string, string?>? environment, bool client)
{
    private const string Example = "{ \"Authorization\": \"env:NAME\" }";

    public IReadOnlyDictionary<string, string> Read(PositionedJson? value)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (value is not (null or { Kind: JsonValueKind.Object }))
        {
            errors.Add(value, Say(
                $"\"headers\" is {value.InWords}: write {Example}", $"\"headers\" adalah {value.InWords}: tulis {Example}"));
        }

        foreach (var member in value?.Members ?? [])
        {
            Read(member, headers);
        }

        return headers;
    }

    private void Read(PositionedMember member, Dictionary<string, string> headers)
    {
        var twice = headers.ContainsKey(member.Name)
            ? Say("this header stands here twice: leave one of the two out", "header ini tertulis dua kali di sini: hapus salah satunya")
            : null;
        if ((twice ?? FeedHeaders.NameProblem(member.Name, client)) is { } wrong)
        {
            errors.Add(member.Offset, wrong);
        }

        if (ValueProblem(member.Value) is { } problem)
        {
            errors.Add(member.Value, problem);
        }

        headers[member.Name] = member.Value.Text ?? "";
    }

    private string? ValueProblem(PositionedJson value) => value switch
    {
        { Kind: not JsonValueKind.String } => Say(
            $"a header's value is a text, and this is {value.InWords}: write \"env:NAME\" or the value in quotes",
            $"nilai header adalah teks, sedangkan ini {value.InWords}: tulis \"env:NAME\" atau nilainya dalam tanda kutip"),
        _ when string.IsNullOrWhiteSpace(value.Text) => Say(
            "this header has no value: write \"env:NAME\" or the value, or leave it out",
            "header ini tidak bernilai: tulis \"env:NAME\" atau nilainya, atau hapus"),
        _ => FeedHeaders.ValueProblem(value.Text) ?? VariableProblem(value.Text),
    };

    private string? VariableProblem(string value)
    {
        if (environment is null || FeedHeaders.VariableOf(value) is not { } name)
        {
            return null;
        }

        var resolved = FeedHeaders.Resolve(new Dictionary<string, string> { [name] = value }, environment);
        return resolved.Missing.Count == 0
            ? null
            : Say(
                $"the environment variable {name} is not set, or is not a header value: set it before FeedHub starts",
                $"variabel environment {name} tidak diisi, atau bukan nilai header: isi sebelum FeedHub dimulai");
    }
}
