using System.Xml;
using System.Xml.Linq;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Text to tree: strictly if it is well-formed, else mended.</summary>
internal static class DocumentLoader
{
    /// <summary>The tree, or null if there is nothing of a feed in the text.</summary>
    public static XDocument? Load(string text, Repairs repairs)
    {
        try
        {
            return StrictLoader.Load(text, repairs);
        }
        catch (XmlException e)
        {
            repairs.Add("not well-formed: " + e.Message);
            return new MendingLoader(text, repairs).Load();
        }
    }
}
