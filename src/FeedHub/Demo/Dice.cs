using System.Text;

namespace FeedHub.Demo;

/// <summary>Chance that falls the same way every time: the newsroom must be a function of the clock alone.</summary>
internal static class Dice
{
    /// <summary>A number from 0 to <paramref name="sides"/> - 1, decided by the words.</summary>
    public static int Roll(string words, int sides)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(words))
            hash = (hash ^ octet) * 16777619u;
        return (int)(Mixed(hash) % (uint)sides);
    }

    // FNV alone changes too little between words that differ in one digit; this is the last step of MurmurHash3.
    private static uint Mixed(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
