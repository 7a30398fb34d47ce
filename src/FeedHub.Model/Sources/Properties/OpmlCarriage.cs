namespace FeedHub.Model.Sources.Properties;

/// <summary>How a subscription list (OPML) carries a property of a source.</summary>
public enum OpmlCarriage
{
    /// <summary>As an attribute of FeedHub's own namespace: any property of which nothing else is said, so that a new one is not lost on
    /// the way.</summary>
    Own,

    /// <summary>As what all lists have for it: text, language, category, or the outlines that it lies in.</summary>
    Common,

    /// <summary>Not at all: feeds.json alone has it.</summary>
    None,
}
