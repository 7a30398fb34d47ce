using FeedHub.Access;
using FeedHub.Model.Access;
using FeedHub.Model.Settings;

namespace FeedHub.Dashboard.Access;

/// <summary>What the page of access shows.</summary>
/// <param name="Name">Who looks at it.</param>
/// <param name="Role">As what.</param>
/// <param name="Own">The session that the page was asked for in; null: by a key, by Basic, or without any proof.</param>
/// <param name="Sessions">Who is signed in.</param>
/// <param name="Keys">Keys of programs.</param>
/// <param name="Made">The key that has just been made, or null.</param>
/// <param name="Passwords">Which passwords there are.</param>
/// <param name="Rules">Which doors there are.</param>
/// <param name="HasSettingsKey">Whether the settings have a key.</param>
public sealed record AccessView(
    string Name,
    string Role,
    AdminSession? Own,
    IReadOnlyList<AdminSession> Sessions,
    IReadOnlyList<ApiKey> Keys,
    NewKey? Made,
    Passwords Passwords,
    AccessRules Rules,
    bool HasSettingsKey)
{
    /// <summary>What there is to see for this request.</summary>
    public static AccessView Of(HttpContext context, NewKey? made)
    {
        var services = context.RequestServices;
        var sessions = services.GetRequiredService<Sessions>();
        return new(
            context.User.Identity!.Name!,
            context.User.RoleOf()!,
            sessions.Of(context.User),
            sessions.All,
            services.GetRequiredService<ApiKeys>().All,
            made,
            services.GetRequiredService<Passwords>(),
            services.GetRequiredService<AccessRules>(),
            services.GetRequiredService<Microsoft.Extensions.Options.IOptions<FeedHubOptions>>().Value.Admin.ApiKey is { Length: > 0 });
    }
}
