using FeedHub.Model.Access;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Access;

/// <summary>Who may get in, as it is read at start.</summary>
internal static class StoredAccess
{
    private static readonly string Passwords = $"SELECT {StoredRow<StoredPassword>.Columns} FROM StoredPasswords WHERE Role = ?1";
    private static readonly string AllKeys = $"SELECT {StoredRow<ApiKey>.Columns} FROM ApiKeys";
    private static readonly string AllSessions = $"SELECT {StoredRow<AdminSession>.Columns} FROM AdminSessions";

    /// <summary>The password that gives a role, or null.</summary>
    public static StoredPassword? Password(ReadSessions database, string role) =>
        database.Query(Passwords, StoredRow<StoredPassword>.Read, role).SingleOrDefault();

    /// <summary>Every key.</summary>
    public static List<ApiKey> Keys(ReadSessions database) => database.Query(AllKeys, StoredRow<ApiKey>.Read);

    /// <summary>Every session.</summary>
    public static List<AdminSession> Sessions(ReadSessions database) => database.Query(AllSessions, StoredRow<AdminSession>.Read);
}
