using FeedHub.Serving;

namespace FeedHub.Access;

/// <summary>
/// The one-time way in to a FeedHub that others can reach and that has no password yet: an address that only the console shows.
/// It is not stored: a restart makes another one.
/// </summary>
public sealed class SetupLink(AccessRules rules, PublicAddress address, TimeProvider time)
{
    /// <summary>How long it works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Lock _padlock = new();
    private string? _code;
    private DateTimeOffset _until;

    /// <summary>Makes the link, if there is a public address and nobody can sign in as an admin; null where there is no need of
    /// one.</summary>
    public string? Make()
    {
        if (address.Configured is not { } at || !rules.IsOpenLocally)
            return null;
        lock (_padlock)
        {
            (_code, _until) = (Secrets.New(), time.GetUtcNow() + Life);
            return $"{at}/setup?code={_code}";
        }
    }

    /// <summary>Whether this code opens the page that sets the password.</summary>
    public bool Opens(string? given)
    {
        lock (_padlock)
            return rules.IsOpenLocally && time.GetUtcNow() < _until && Secrets.Same(given, _code);
    }

    /// <summary>Takes the code: it opens nothing any more, whoever has it. False: it did not open anything before.</summary>
    public bool Use(string? given)
    {
        lock (_padlock)
        {
            if (!Opens(given))
                return false;
            _code = null;
            return true;
        }
    }
}
