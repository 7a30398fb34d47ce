using System.IO.Compression;
using System.Runtime.InteropServices;

namespace FeedHub.Syndication.Tagging;

/// <summary>A model as a file: a head that names its version, the few numbers, and the weights, compressed with Brotli.</summary>
internal static class ModelFile
{
    private const uint Head = 0x344D4346; // "FCM4"

    // Hubs keep models that they trained then: with curves for the whole text alone, with both languages in the same buckets, and before
    // that one curve for all topics. Each has from where it was sure in the place of the share of the text without its strongest word.
    private const uint WholeHead = 0x334D4346; // "FCM3"
    private const uint TogetherHead = 0x324D4346; // "FCM2"
    private const uint OneCurveHead = 0x314D4346; // "FCM1"

    public static void Write(CategoryModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(model.KeepsLanguagesApart ? Head : TogetherHead);
        writer.Write(TextFeatures.Buckets);
        writer.Write(model.Unit);
        foreach (var bias in model.Bias)
            writer.Write(bias);
        foreach (var (slopes, offsets, share) in model.Certainty)
        {
            foreach (var number in (float[])[.. slopes, .. offsets, share])
                writer.Write(number);
        }

        writer.Flush();
        using var packed = new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        packed.Write(MemoryMarshal.AsBytes(ByTopic(model.Weights).AsSpan()));
    }

    public static CategoryModel Read(Stream stream)
    {
        try
        {
            return ReadAll(stream);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            throw new InvalidDataException($"the model cannot be read: {error.Message}", error);
        }
    }

    private static CategoryModel ReadAll(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var head = reader.ReadUInt32();
        if (head is not (Head or WholeHead or TogetherHead or OneCurveHead) || reader.ReadInt32() != TextFeatures.Buckets)
            throw new InvalidDataException("this is not a model of categories of this version");
        var unit = reader.ReadSingle();
        var bias = Numbers(reader, ModelLanguage.Count * CategoryModel.Topics);
        var certainty = new Certainty[ModelLanguage.Count];
        for (var i = 0; i < certainty.Length; i++)
            certainty[i] = Curves(reader, head);
        var weights = new sbyte[TextFeatures.Buckets * CategoryModel.Topics];
        using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        packed.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new CategoryModel(ByBucket(weights), unit, bias, certainty, keepsLanguagesApart: head is Head or WholeHead);
    }

    private static Certainty Curves(BinaryReader reader, uint head)
    {
        var curves = head == OneCurveHead
            ? Certainty.OneCurve(reader.ReadSingle(), reader.ReadSingle())
            : new(Numbers(reader, CategoryModel.Topics), Numbers(reader, CategoryModel.Topics), 0);
        var share = reader.ReadSingle();
        return head == Head ? curves with { WithoutShare = share } : curves;
    }

    private static float[] Numbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
            numbers[i] = reader.ReadSingle();
        return numbers;
    }

    // One topic after the other packs better: neighbours are alike.
    private static sbyte[] ByTopic(ReadOnlySpan<sbyte> weights)
    {
        var turned = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            turned[(i % CategoryModel.Topics * TextFeatures.Buckets) + (i / CategoryModel.Topics)] = weights[i];
        return turned;
    }

    private static sbyte[] ByBucket(ReadOnlySpan<sbyte> turned)
    {
        var weights = new sbyte[turned.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = turned[(i % CategoryModel.Topics * TextFeatures.Buckets) + (i / CategoryModel.Topics)];
        return weights;
    }
}
