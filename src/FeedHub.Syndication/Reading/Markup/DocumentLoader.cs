using System.Xml;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Decoding;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Text to tree: strictly if it is well-formed, else mended.</summary>
internal static class DocumentLoader
{
    /// <summary>The tree, or null if there is nothing of a feed in the text.</summary>
    public static XDocument? Load(DocumentText text, Repairs repairs)
    {
        if (text.Is(OverfullTag.IsIn, OverfullTag.IsIn))
            return Mended(Reason.Of(ReasonCode.OverfullTag), text.Text, repairs);
        try
        {
            return StrictLoader.Load(text, repairs);
        }
        catch (XmlException e)
        {
            return Mended(Reason.Of(ReasonCode.NotWellFormed, e.Message), text.Text, repairs);
        }
    }

    private static XDocument? Mended(Reason why, string text, Repairs repairs)
    {
        repairs.Add(why);
        return new MendingLoader(text, repairs).Load();
    }
}
