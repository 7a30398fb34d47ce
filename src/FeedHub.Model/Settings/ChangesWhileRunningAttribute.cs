namespace FeedHub.Model.Settings;

/// <summary>Marks a setting that holds at once when it is changed; all others hold from the next start on.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChangesWhileRunningAttribute : Attribute;
