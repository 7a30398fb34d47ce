namespace FeedHub.Model.Access;

/// <summary>The admin password that was set on a page; the setting, if there is one, goes before it.</summary>
public sealed class StoredPassword
{
    /// <summary>The role that it gives.</summary>
    public required string Role { get; set; }

    /// <summary>Salted PBKDF2, as ASP.NET Core Identity writes it.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset SetAt { get; set; }
}
