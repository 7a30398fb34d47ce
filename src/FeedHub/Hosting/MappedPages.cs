namespace FeedHub.Hosting;

/// <summary>Addresses at which a file is mapped into this process.</summary>
/// <param name="From">Of the first byte.</param>
/// <param name="To">Of the byte after the last.</param>
/// <param name="IsWritable">This process may write there, into copies of its own.</param>
internal readonly record struct MappedPages(long From, long To, bool IsWritable);
