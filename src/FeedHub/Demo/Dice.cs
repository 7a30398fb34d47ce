using System.Text;

namespace FeedHub.Demo;

/// <summary>Chance that falls the same way every time: the newsroom must be a function of the clock alone.</summary>
internal static class Dice
{
    /// <summary>A number from 0 to <paramref name="sides"/> - 1, by the FNV-1a hash of the words.</summary>
    public static int Roll(string words, int sides)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(words)) hash = (hash ^ octet) * 16777619u;

        // FNV's low bits differ little between words that differ in their last letter.
        return (int)((hash ^ (hash >> 15)) % (uint)sides);
    }
}
