using System.Xml;
using System.Xml.Linq;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Text to tree: strictly if it is well-formed, else mended.</summary>
internal static class DocumentLoader
{
    /// <summary>The tree, or null if there is nothing of a feed in the text.</summary>
    public static XDocument? Load(string text, Repairs repairs)
    {
        if (OverfullTag.IsIn(text))
            return Mended(Reason.Of(ReasonCode.OverfullTag), text, repairs);
        try
        {
            return StrictLoader.Load(text, repairs);
        }
        catch (XmlException e)
        {
            return Mended(Reason.Of(ReasonCode.NotWellFormed, e.Message), text, repairs);
        }
    }

    private static XDocument? Mended(Reason why, string text, Repairs repairs)
    {
        repairs.Add(why);
        return new MendingLoader(text, repairs).Load();
    }
}
