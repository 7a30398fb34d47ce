using FeedHub.Model.Words;

namespace FeedHub.Sources;

/// <summary>The file's bytes, or in words why there are none.</summary>
internal static class FeedsFileBytes
{
    public static (byte[]? Bytes, Words? Problem) Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return Read(path, name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new($"{name} is gone", $"{name} sudah tidak ada"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new($"{name} cannot be read: {e.Message}", $"{name} tidak dapat dibaca: {e.Message}"));
        }
    }

    private static (byte[]? Bytes, Words? Problem) Read(string path, string name)
    {
        // Shared with writers and deleters: a person who edits the file must never find it locked by FeedHub.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > FeedsFileReader.MaxBytes)
        {
            var length = file.Length;
            return (null, Words.Of(() => $"{name}: {FeedsFileReader.TooLarge(length)}"));
        }

        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return (bytes.ToArray(), null);
    }
}
