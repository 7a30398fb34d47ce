namespace FeedHub.Tests.Sources;

/// <summary>Files of the repository itself, found from where the tests run.</summary>
internal static class RepositoryFile
{
    public static byte[] Read(string path) => File.ReadAllBytes(PathOf(path));

    public static string PathOf(string path) => Path.Combine(Root(), path);

    public static bool Exists(string path) => Path.Exists(PathOf(path));

    /// <summary>Paths of the C# and Razor files under a folder, such as <c>src/FeedHub/Program.cs</c>.</summary>
    public static IEnumerable<string> SourcesOf(string folder) =>
        FilesOf(folder).Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal));

    /// <summary>Paths of the files under a folder, in their order; nothing that a build made.</summary>
    public static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root(), path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(name => name is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FeedHub.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no folder above the tests has FeedHub.sln");
        }

        return folder.FullName;
    }
}
