using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Access;

/// <summary>What a key turned out to be.</summary>
/// <param name="Name">Name of the key, for the audit log.</param>
/// <param name="Role">The role that it gives; null: it is wrong.</param>
/// <param name="Wait">How long the client has to wait with a key of its own choice.</param>
public readonly record struct KeyAnswer(string Name, string? Role, TimeSpan Wait);

/// <summary>Keys that programs send: those made on the dashboard, and the one of the settings.</summary>
public sealed class ProgramKeys(ApiKeys made, IOptions<FeedHubOptions> options, SignInGuard guard)
{
    /// <summary>Looks at a key that was sent.</summary>
    public async Task<KeyAnswer> CheckAsync(HttpContext context, string key)
    {
        // These are 256 random bits: nobody guesses them, so nobody is made to wait for them.
        if (await made.FindAsync(key, context.RequestAborted) is { } found)
            return new($"key {found.Name}", found.Role, TimeSpan.Zero);
        var client = AccessRules.ClientOf(context).With("key ");
        var isHere = LocalRequest.WhyNot(context) is null;
        if (!isHere && guard.WaitOf(client) is var wait && wait > TimeSpan.Zero)
            return new("", null, wait);
        if (Secrets.Same(key, options.Value.Admin.ApiKey))
        {
            guard.Succeeded(client);
            return new("key of the settings", Roles.Admin, TimeSpan.Zero);
        }

        if (!isHere)
            guard.Failed(client);
        return new("", null, TimeSpan.Zero);
    }
}
