using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Where the planted secret stands in what people are shown, as two other readers of addresses tell it.</summary>
internal static partial class SecretPlaces
{
    private static readonly string[] Names
        = ["key", "apikey", "api_key", "token", "access_token", "auth", "sig", "signature", "secret", "password", "pass"];

    /// <summary>Null if it stands in no secret's place.</summary>
    public static string? Tell(string? shown)
    {
        if (shown is null || !shown.Contains(FuzzAddress.Secret, StringComparison.OrdinalIgnoreCase))
            return null;
        if (Uri.TryCreate(shown, UriKind.Absolute, out var uri) && Has(uri.UserInfo))
            return "user info";
        var url = new Url(shown);
        if (Has(url.UserName) || Has(url.Password))
            return "user info as browsers read it";
        return ParameterPattern().Matches(shown).Any(parameter => IsSecret(parameter.Groups[1].Value) && Has(parameter.Groups[2].Value))
            ? "a parameter"
            : null;
    }

    private static bool Has(string? text) => text?.Contains(FuzzAddress.Secret, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsSecret(string name) =>
        Names.Any(secret => Uri.UnescapeDataString(name).Trim().EndsWith(secret, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("(?<=[?&])([^=&?#]*)=([^&#]*)")]
    private static partial Regex ParameterPattern();
}
