using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Words;

/// <summary>The language in which a request is answered. It is English, except where the dashboard answers a visitor who asks for
/// Indonesian: logs, the API and all that works in the background say what they say in English.</summary>
public static class Spoken
{
    private static readonly AsyncLocal<ReasonLanguage?> Chosen = new();

    /// <summary>The language, for all that is done for this request from here on.</summary>
    public static ReasonLanguage Language
    {
        get => Chosen.Value ?? ReasonLanguage.English;
        set => Chosen.Value = value;
    }

    /// <summary>Whether it is Indonesian.</summary>
    public static bool IsIndonesian => Language == ReasonLanguage.Indonesian;

    /// <summary>The one of two wordings that is in it.</summary>
    public static string Say(string english, string indonesian) => IsIndonesian ? indonesian : english;

    /// <summary>What is worded while another language is spoken.</summary>
    public static T In<T>(ReasonLanguage language, Func<T> words)
    {
        var before = Chosen.Value;
        try
        {
            Chosen.Value = language;
            return words();
        }
        finally
        {
            Chosen.Value = before;
        }
    }

    /// <summary>A reason in it.</summary>
    public static string Said(this Reason reason) => reason.In(Language);
}
