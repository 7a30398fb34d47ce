namespace FeedHub.Serving;

/// <summary>Style sheets, scripts and pictures inside the program: the working directory is the operator's.</summary>
internal static class EmbeddedFiles
{
    /// <summary>The bytes of a file by its name.</summary>
    public static byte[] Read(string name)
    {
        using var file = typeof(EmbeddedFiles).Assembly.GetManifestResourceStream($"FeedHub.Assets.{name}")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The bytes of several files, one after the other.</summary>
    public static byte[] Joined(params string[] names) => [.. names.SelectMany(Read)];
}
