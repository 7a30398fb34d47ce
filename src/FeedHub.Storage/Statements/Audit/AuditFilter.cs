using FeedHub.Model.Access;

namespace FeedHub.Storage.Statements.Audit;

/// <summary>Which entries of the audit log are wanted; what is null or empty says nothing.</summary>
/// <param name="Area">What they are about.</param>
/// <param name="Words">In who, what, target, address, or what was so before and after.</param>
/// <param name="Who">Whose they are.</param>
/// <param name="Target">To what exactly it was done, such as a source's id.</param>
/// <param name="From">Not older.</param>
/// <param name="To">Older than this.</param>
public sealed record AuditFilter(
    AuditArea? Area = null, string Words = "", string? Who = null, string? Target = null, DateTimeOffset? From = null,
    DateTimeOffset? To = null)
{
    /// <summary>True if every entry is wanted.</summary>
    public bool IsEmpty => this == new AuditFilter();
}
