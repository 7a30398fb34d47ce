using System.Globalization;
using System.Text;

namespace FeedHub.Demo;

/// <summary>A small drawing beside an item.</summary>
/// <param name="Url">Where it stands.</param>
/// <param name="Length">Its size in bytes.</param>
internal sealed record DemoPicture(Uri Url, int Length)
{
    /// <summary>Media type of all pictures.</summary>
    public const string MediaType = "image/svg+xml";

    /// <summary>Hills under a sky, in colours that the number decides.</summary>
    public static byte[] Draw(long key)
    {
        var words = key.ToString(CultureInfo.InvariantCulture);
        var hue = Dice.Roll(words, 360);
        var sun = 40 + Dice.Roll(words + "sun", 240);
        var hill = 90 + Dice.Roll(words + "hill", 40);
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="640" height="360" role="img">
            <rect width="320" height="180" fill="hsl({hue} 55% 82%)"/>
            <circle cx="{sun}" cy="55" r="26" fill="hsl({(hue + 40) % 360} 85% 66%)"/>
            <path d="M0 {hill} Q80 {hill - 55} 160 {hill} T320 {hill - 15} V180 H0Z" fill="hsl({(hue + 180) % 360} 32% 48%)"/>
            <path d="M0 {hill + 30} Q110 {hill - 10} 210 {hill + 32} T320 {hill + 20} V180 H0Z" fill="hsl({(hue + 200) % 360} 36% 32%)"/>
            </svg>

            """));
    }
}
