using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Serving;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Configuring;

/// <summary>Whether the settings make sense, at the start and for <c>check</c>; messages begin with the setting's full key.</summary>
public sealed class SettingsCheck : IValidateOptions<FeedHubOptions>
{
    // "30" is read as 30 days: no poll waits for its answer longer than this.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    private const int LeastToken = 16;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, FeedHubOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>All that is wrong, each with what to write instead.</summary>
    public static IEnumerable<string> Problems(FeedHubOptions options) =>
    [
        .. Annotated(options, FeedHubOptions.Section),
        .. Storage(options.Storage),
        .. PublicUrl(options.PublicUrl),
        .. Intervals(options.Polling),
        .. Waits(options.Polling),
        .. Ports(options.Network),
        .. Asking(options),
        .. Subscribing(options.Subscribing),
        .. Publishing(options),
        .. AlertsCheck.Problems(options.Alerts),
        .. FeedToken(options.Admin.FeedToken),
        .. AccessCheck.Problems(options.Admin),
    ];

    private static IEnumerable<string> Annotated(object options, string path) =>
        options.GetType().GetProperties().SelectMany(property =>
        {
            var (key, value) = ($"{path}:{property.Name}", property.GetValue(options));
            return SettingsKeys.IsGroup(property.PropertyType) && value is not null
                ? Annotated(value, key)
                : Annotated(property, value, key);
        });

    private static IEnumerable<string> Annotated(PropertyInfo property, object? value, string key) =>
        property.GetCustomAttributes<ValidationAttribute>()
            .Where(attribute => !attribute.IsValid(value))
            .Select(attribute => attribute is RangeAttribute range
                ? Say(
                    string.Create(
                        CultureInfo.InvariantCulture, $"{key} is {value}: write a number from {range.Minimum} to {range.Maximum}"),
                    string.Create(
                        CultureInfo.InvariantCulture, $"{key} bernilai {value}: tulis angka dari {range.Minimum} sampai {range.Maximum}"))
                : Say($"{key} is empty: write one, or leave the key out", $"{key} kosong: isi, atau hapus kuncinya"));

    private static IEnumerable<string> Storage(string storage)
    {
        if (!storage.Equals(FeedHubOptions.Sqlite, StringComparison.OrdinalIgnoreCase)
            && !storage.Equals(FeedHubOptions.Postgres, StringComparison.OrdinalIgnoreCase))
        {
            yield return Say(
                $"FeedHub:Storage is {Wording.Quoted(storage)}: write sqlite or postgres, or leave the key out",
                $"FeedHub:Storage bernilai {Wording.Quoted(storage)}: tulis sqlite atau postgres, atau hapus kuncinya");
        }
    }

    private static IEnumerable<string> PublicUrl(string? url)
    {
        // An empty environment variable is how many deployments say "not set".
        if (!string.IsNullOrEmpty(url) && !IsBase(url))
        {
            yield return Say(
                $"FeedHub:PublicUrl is {SourceUrl.Quoted(url)}: write the address that readers use, such as https://news.example.org, "
                    + "without a space, a user name, a password, ? and #",
                $"FeedHub:PublicUrl bernilai {SourceUrl.Quoted(url)}: tulis alamat yang dipakai pembaca, misalnya "
                    + "https://news.example.org, tanpa spasi, nama pengguna, kata sandi, ? dan #");
        }
        else if (!string.IsNullOrEmpty(url) && new Uri(url).Segments.ElementAtOrDefault(1)?.TrimEnd('/') is { } first
            && PublicPath.IsOwnBeginning(first))
        {
            yield return Say(
                $"FeedHub:PublicUrl is {Wording.Quoted(url)}: FeedHub has pages of its own under /{first}, "
                    + "write another path, such as https://example.org/news",
                $"FeedHub:PublicUrl bernilai {Wording.Quoted(url)}: FeedHub punya halaman sendiri di bawah /{first}, "
                    + "tulis jalur lain, misalnya https://example.org/news");
        }
    }

    private static bool IsBase(string url) =>
        SourceUrl.Problem(url) is null && new Uri(url) is { Query: "", Fragment: "" } && !url.EndsWith('?') && !url.EndsWith('#');

    private static IEnumerable<string> Intervals(PollingOptions polling)
    {
        var named = new[]
        {
            ("MinInterval", polling.MinInterval),
            ("DefaultInterval", polling.DefaultInterval),
            ("MaxInterval", polling.MaxInterval),
        };
        foreach (var (name, interval) in named.Where(n => n.Item2 <= TimeSpan.Zero))
        {
            yield return MoreThanNothing($"FeedHub:Polling:{name}", interval, TimeSpan.FromMinutes(15));
        }

        // DefaultInterval need not lie between: it is what an operator says, and they bound what FeedHub chooses.
        if (polling.MinInterval > polling.MaxInterval)
        {
            yield return Say(
                $"FeedHub:Polling:MinInterval is {Duration.Words(polling.MinInterval)} and FeedHub:Polling:MaxInterval is "
                    + $"{Duration.Words(polling.MaxInterval)}: write them so that MinInterval is not the greater",
                $"FeedHub:Polling:MinInterval bernilai {Duration.Words(polling.MinInterval)} dan FeedHub:Polling:MaxInterval "
                    + $"{Duration.Words(polling.MaxInterval)}: tulis agar MinInterval tidak lebih besar");
        }
    }

    private static IEnumerable<string> Ports(NetworkOptions network)
    {
        if (!string.IsNullOrEmpty(network.AllowedPorts) && AllowedPorts.TryRead(network.AllowedPorts) is null)
            yield return Say(
                $"FeedHub:Network:AllowedPorts is {Wording.Quoted(network.AllowedPorts)}: write numbers and ranges, such as "
                    + "\"80, 443, 1024-65535\"",
                $"FeedHub:Network:AllowedPorts bernilai {Wording.Quoted(network.AllowedPorts)}: tulis angka dan rentang, misalnya "
                    + "\"80, 443, 1024-65535\"");
    }

    private static IEnumerable<string> Asking(FeedHubOptions options)
    {
        var (polling, network) = (options.Polling, options.Network);
        if (!string.IsNullOrEmpty(polling.Contact) && !UserAgent.IsContact(polling.Contact.Trim()))
            yield return Say(
                $"FeedHub:Polling:Contact is {Wording.Quoted(polling.Contact)}: write an address such as "
                    + "https://example.org/about or a mailbox such as news@example.org",
                $"FeedHub:Polling:Contact bernilai {Wording.Quoted(polling.Contact)}: tulis alamat misalnya "
                    + "https://example.org/about atau alamat surel misalnya news@example.org");
        if (!string.IsNullOrWhiteSpace(polling.UserAgentSuffix) && !UserAgent.IsSuffix(polling.UserAgentSuffix.Trim()))
            yield return Say(
                $"FeedHub:Polling:UserAgentSuffix is {Wording.Quoted(polling.UserAgentSuffix)}: write words such as "
                    + "Example-Library/1.0",
                $"FeedHub:Polling:UserAgentSuffix bernilai {Wording.Quoted(polling.UserAgentSuffix)}: tulis kata misalnya "
                    + "Example-Library/1.0");
        if (polling.AcceptLanguage?.All(c => c is >= ' ' and <= '~') == false)
            yield return Say(
                $"FeedHub:Polling:AcceptLanguage is {Wording.Quoted(polling.AcceptLanguage)}: write tags such as id, en;q=0.5",
                $"FeedHub:Polling:AcceptLanguage bernilai {Wording.Quoted(polling.AcceptLanguage)}: tulis tag misalnya id, en;q=0.5");

        // Not shown: it may have a password in it.
        if (!string.IsNullOrEmpty(network.Proxy) && ProxyTunnel.TryRead(network.Proxy) is null)
            yield return Say(
                "FeedHub:Network:Proxy is not a proxy: write such as http://proxy.example:3128 or socks5://proxy.example:1080",
                "FeedHub:Network:Proxy bukan proxy: tulis misalnya http://proxy.example:3128 atau socks5://proxy.example:1080");
        if (TrustedAuthorities.Problem(network.CertificateAuthorities) is { } problem)
            yield return Say(
                $"FeedHub:Network:CertificateAuthorities is {Wording.Quoted(network.CertificateAuthorities!)}, which {problem}",
                $"FeedHub:Network:CertificateAuthorities bernilai {Wording.Quoted(network.CertificateAuthorities!)}, yang {problem}");
    }

    private static IEnumerable<string> Subscribing(SubscribingOptions subscribing)
    {
        if (subscribing.PollInterval <= TimeSpan.Zero)
            yield return MoreThanNothing("FeedHub:Subscribing:PollInterval", subscribing.PollInterval, TimeSpan.FromHours(3));
    }

    // Not shown: it may be a secret that is used elsewhere.
    private static IEnumerable<string> FeedToken(string? token)
    {
        if (token is { Length: > 0 and < LeastToken })
            yield return Say(
                $"FeedHub:Admin:FeedToken has {token.Length} characters: write {LeastToken} or more at random, such as what "
                    + "\"openssl rand -hex 24\" prints",
                $"FeedHub:Admin:FeedToken {token.Length} karakter: tulis {LeastToken} atau lebih secara acak, misalnya hasil "
                    + "\"openssl rand -hex 24\"");
    }

    private static IEnumerable<string> Waits(PollingOptions polling)
    {
        if (polling.Timeout <= TimeSpan.Zero || polling.Timeout > LongestTimeout)
        {
            yield return Say(
                $"FeedHub:Polling:Timeout is {Duration.Words(polling.Timeout)}: write more than nothing and at most an hour, such as 30 s",
                $"FeedHub:Polling:Timeout bernilai {Duration.Words(polling.Timeout)}: tulis lebih dari nol dan paling lama satu jam, "
                    + "misalnya 30 detik");
        }

        if (polling.HostGap < TimeSpan.Zero || polling.HostGap > LongestTimeout)
        {
            yield return Say(
                $"FeedHub:Polling:HostGap is {Duration.Words(polling.HostGap)}: write at most an hour, such as 1 s, or 0 for none",
                $"FeedHub:Polling:HostGap bernilai {Duration.Words(polling.HostGap)}: tulis paling lama satu jam, misalnya 1 detik, atau 0 "
                    + "untuk tanpa jeda");
        }
    }

    private static IEnumerable<string> Publishing(FeedHubOptions options)
    {
        if (options.Publishing.Access is not (PublishingOptions.Open or PublishingOptions.Closed))
        {
            yield return Say(
                $"FeedHub:Publishing:Access is {Wording.Quoted(options.Publishing.Access)}: write open or closed",
                $"FeedHub:Publishing:Access bernilai {Wording.Quoted(options.Publishing.Access)}: tulis open atau closed");
        }

        if (options.Publishing.TimeZone is { Length: > 0 } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return Say(
                $"FeedHub:Publishing:TimeZone is {Wording.Quoted(zone)}: write a zone of the IANA time zone database, such as "
                    + "Asia/Jakarta",
                $"FeedHub:Publishing:TimeZone bernilai {Wording.Quoted(zone)}: tulis zona dari basis data zona waktu IANA, misalnya "
                    + "Asia/Jakarta");
        }

        if (options.Publishing.FairnessWindow < TimeSpan.Zero)
        {
            yield return Say(
                $"FeedHub:Publishing:FairnessWindow is {Duration.Words(options.Publishing.FairnessWindow)}: write a time such as 1 day, "
                    + "or 0 to keep no places",
                $"FeedHub:Publishing:FairnessWindow bernilai {Duration.Words(options.Publishing.FairnessWindow)}: "
                    + "tulis waktu misalnya 1 hari, atau 0 agar tidak ada tempat yang disisihkan");
        }

        foreach (var (name, lease) in new[] { ("DefaultLease", options.Hub.DefaultLease), ("MaxLease", options.Hub.MaxLease) }.Where(
            l => l.Item2 < TimeSpan.FromMinutes(1)))
        {
            yield return Say(
                $"FeedHub:Hub:{name} is {Duration.Words(lease)}: write a minute or more, such as 10 days",
                $"FeedHub:Hub:{name} bernilai {Duration.Words(lease)}: tulis satu menit atau lebih, misalnya 10 hari");
        }

        if (options.Hub.MaxLease < options.Hub.DefaultLease && options.Hub.MaxLease >= TimeSpan.FromMinutes(1))
            yield return Say(
                $"FeedHub:Hub:MaxLease is {Duration.Words(options.Hub.MaxLease)} and FeedHub:Hub:DefaultLease is "
                    + $"{Duration.Words(options.Hub.DefaultLease)}: write them so that DefaultLease is not the greater",
                $"FeedHub:Hub:MaxLease bernilai {Duration.Words(options.Hub.MaxLease)} dan FeedHub:Hub:DefaultLease "
                    + $"{Duration.Words(options.Hub.DefaultLease)}: tulis agar DefaultLease tidak lebih besar");
    }

    private static string MoreThanNothing(string key, TimeSpan span, TimeSpan example) => Say(
        $"{key} is {Duration.Words(span)}: write more than nothing, such as {Duration.Words(example)}",
        $"{key} bernilai {Duration.Words(span)}: tulis lebih dari nol, misalnya {Duration.Words(example)}");
}
