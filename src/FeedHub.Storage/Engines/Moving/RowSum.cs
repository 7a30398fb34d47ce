using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FeedHub.Storage.Engines.Moving;

/// <summary>A hash over rows in any order: the sum of the rows' own. Two tables with the same rows have the same.</summary>
internal sealed class RowSum
{
    private const byte Null = 0;
    private const byte Number = 1;
    private const byte Fraction = 2;
    private const byte Text = 3;
    private const byte Bytes = 4;

    private readonly ArrayBufferWriter<byte> _row = new();

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Their hash.</summary>
    public UInt128 Hash { get; private set; }

    /// <summary>Adds the next value of a row.</summary>
    public void Add(object? value)
    {
        switch (value)
        {
            case null or DBNull:
                Put(Null, []);
                break;
            case bool truth:
                Put(Number, truth ? 1 : 0);
                break;
            case float or double:
                Put(Fraction, BitConverter.DoubleToInt64Bits(Convert.ToDouble(value, null)));
                break;
            case string text:
                Put(Text, Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                Put(Bytes, bytes);
                break;
            default:
                Put(Number, Convert.ToInt64(value, null));
                break;
        }
    }

    /// <summary>The row is whole.</summary>
    public void EndRow()
    {
        Hash = unchecked(Hash + BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(_row.WrittenSpan)));
        Rows++;
        _row.ResetWrittenCount();
    }

    private void Put(byte kind, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Put(kind, bytes);
    }

    private void Put(byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        _row.Write(head);
        _row.Write(bytes);
    }
}
