using System.Text.RegularExpressions;
using FeedHub.Syndication.Reasons;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Fetching;

/// <summary>A source's own headers: which may be set, and their values once the environment is asked.</summary>
public static partial class FeedHeaders
{
    private const string EnvironmentPrefix = "env:";

    // What FeedHub or HTTP itself sets, and what would make a poll something else than one polite request for the whole feed.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Cookie2",
        "Expect", "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Keep-Alive",
        "Proxy-Authorization", "Proxy-Connection", "Range", "Referer", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    // Who asks: somebody else than FeedHub, only where its operator says so.
    private static readonly HashSet<string> Client = new(StringComparer.OrdinalIgnoreCase) { "Cookie", "User-Agent" };


    /// <summary>Null, or what is wrong with a header's name.</summary>
    /// <param name="name">As written.</param>
    /// <param name="client">Whether <c>User-Agent</c> and <c>Cookie</c> may be set (<c>Polling:AllowClientHeaders</c>).</param>
    public static string? NameProblem(string name, bool client)
    {
        if (!Token().IsMatch(name))
        {
            return Say(
                "a header's name has letters, digits and hyphens alone: write one such as \"Authorization\"",
                "nama header hanya berisi huruf, angka, dan tanda hubung: tulis misalnya \"Authorization\"");
        }

        if (!client && Client.Contains(name))
        {
            return Say(
                $"FeedHub sets or forbids {name} itself: leave it out, or set FeedHub:Polling:AllowClientHeaders to true",
                $"FeedHub sendiri mengisi atau melarang {name}: hapus, atau setel FeedHub:Polling:AllowClientHeaders ke true");
        }

        return Reserved.Contains(name) ? Say(
            $"FeedHub sets or forbids {name} itself: leave it out",
            $"FeedHub sendiri mengisi atau melarang {name}: hapus") : null;
    }

    /// <summary>Null, or what is wrong with a value as written. The message never has the value, which may be a secret.</summary>
    public static string? ValueProblem(string value)
    {
        if (VariableOf(value) is { } variable && !VariableName().IsMatch(variable))
        {
            return Say(
                "env: is followed by the name of an environment variable: write it such as \"env:ANTARA_TOKEN\"",
                "env: diikuti nama variabel environment: tulis misalnya \"env:ANTARA_TOKEN\"");
        }

        return CanBeSent(value) ? null : Say(
            "a header's value is one line of ASCII: take out line breaks and other characters",
            "nilai header satu baris ASCII: hapus pergantian baris dan karakter lain");
    }

    /// <summary>The variable that a value <c>env:NAME</c> is read from, or null.</summary>
    public static string? VariableOf(string value) =>
        value.StartsWith(EnvironmentPrefix, StringComparison.Ordinal) ? value[EnvironmentPrefix.Length..] : null;

    /// <summary>The values to send, or the variables that do not give one.</summary>
    public static ResolvedHeaders Resolve(IReadOnlyDictionary<string, string> headers, Func<string, string?> environment)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var missing = new List<string>();
        foreach (var (name, written) in headers)
        {
            var variable = VariableOf(written);
            var value = variable is null ? written : environment(variable)?.Trim();
            if (string.IsNullOrEmpty(value) || !CanBeSent(value))
            {
                missing.Add(variable ?? name);
                continue;
            }

            values[name] = value;
        }

        return new(values, missing);
    }

    /// <summary>Null, or why headers that were stored may not be sent: who may ask as somebody else was settled otherwise since.</summary>
    public static Reason? Refusal(ResolvedHeaders headers, bool client) =>
        !client && headers.Values.Keys.FirstOrDefault(Client.Contains) is { } name ? Reason.Of(ReasonCode.HeaderNotAllowed, name) : null;

    private static bool CanBeSent(string value) => value.All(c => c is '\t' or (>= ' ' and <= '~'));

    // RFC 9110 5.6.2.
    [GeneratedRegex(@"^[!#$%&'*+.^_`|~0-9A-Za-z-]+\z")]
    private static partial Regex Token();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex VariableName();
}

/// <summary>Headers ready to be sent.</summary>
/// <param name="Values">By name, case aside; complete only if nothing is missing.</param>
/// <param name="Missing">Environment variables that are not set, or not to anything that a header can carry.</param>
public sealed record ResolvedHeaders(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Missing)
{
    /// <summary>What is missing, for an admin, or null.</summary>
    public Reason? Error => Missing.Count == 0
        ? null
        : Reason.Of(ReasonCode.HeadersMissing, [.. Missing]);
}
