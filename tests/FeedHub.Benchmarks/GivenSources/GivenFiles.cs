using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FeedHub.Benchmarks.GivenSources;

/// <summary>Goes through the files that a list of rows names, and prints what is made of each as one JSON object a line.</summary>
internal static class GivenFiles
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Reads every file of the list; only its name, its address and its bytes are handed on.</summary>
    /// <param name="folder">Where the list lies, and its files below it.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="read">What is made of a file.</param>
    public static int Read(string folder, string list, Func<byte[], Uri?, object> read)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, list)).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            var file = row.RootElement.GetProperty("file").GetString()!;
            var address = row.RootElement.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String
                ? new Uri(url.GetString()!) : null;
            var entries = read(Unpacked(Path.Combine(folder, file)), address);
            Console.WriteLine(JsonSerializer.Serialize(new { file, entries }, Json));
        }

        return 0;
    }

    // The packing is the list's own, not the publisher's.
    private static byte[] Unpacked(string path)
    {
        using var file = File.OpenRead(path);
        using var bytes = new GZipStream(file, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        bytes.CopyTo(memory);
        return memory.ToArray();
    }
}
