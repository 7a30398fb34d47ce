namespace FeedHub.Model.Settings;

/// <summary>Start that cannot go on, for a reason an operator can mend: one clear line, exit code 1.</summary>
public sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
