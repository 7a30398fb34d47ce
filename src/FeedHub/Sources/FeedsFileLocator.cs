namespace FeedHub.Sources;

/// <summary>Where the file is, or why there is none.</summary>
/// <param name="Path">Full path, or null.</param>
/// <param name="Error">What is wrong and what to do; null if there is a path.</param>
public sealed record FeedsFileLocation(string? Path, string? Error);

/// <summary>Finds <c>feeds.json</c> in the working directory or above it, so that FeedHub starts from any folder of a clone.</summary>
public static class FeedsFileLocator
{
    /// <summary>Looks in <paramref name="workingDirectory"/>, then in its parents; a full path is taken as it is.</summary>
    public static FeedsFileLocation Locate(string feedsFile, string workingDirectory)
    {
        for (var folder = new DirectoryInfo(workingDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.GetFullPath(feedsFile, folder.FullName);
            if (File.Exists(path))
            {
                return new(path, null);
            }
        }

        return new(null, Directory.Exists(Path.GetFullPath(feedsFile, workingDirectory))
            ? $"{feedsFile} is a folder: name the file in it, such as {Path.Combine(feedsFile, "feeds.json")}"
            : NotFound(feedsFile, workingDirectory));
    }

    private static string NotFound(string feedsFile, string workingDirectory)
    {
        var where = Path.IsPathRooted(feedsFile) ? "" : $" in {workingDirectory} or a folder above it";
        return $"there is no {feedsFile}{where}: write one (docs/sources.md), or say with FeedHub:FeedsFile where it is";
    }
}
