namespace FeedHub.Tests.Sources;

/// <summary>Files of the repository itself, found from where the tests run.</summary>
internal static class RepositoryFile
{
    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Root(), path));

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
