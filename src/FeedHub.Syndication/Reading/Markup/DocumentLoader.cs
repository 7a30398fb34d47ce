using System.Xml;
using System.Xml.Linq;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Text to tree: strictly if it is well-formed, else mended.</summary>
internal static class DocumentLoader
{
    /// <summary>The tree, or null if there is nothing of a feed in the text.</summary>
    public static XDocument? Load(string text, Repairs repairs)
    {
        if (OverfullTag.IsIn(text))
            return Mended("a tag has more attributes than anybody writes", text, repairs);
        try
        {
            return StrictLoader.Load(text, repairs);
        }
        catch (XmlException e)
        {
            return Mended("not well-formed: " + e.Message, text, repairs);
        }
    }

    private static XDocument? Mended(string why, string text, Repairs repairs)
    {
        repairs.Add(why);
        return new MendingLoader(text, repairs).Load();
    }
}
