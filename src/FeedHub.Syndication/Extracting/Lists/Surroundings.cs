using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>
/// What belongs to an item that is no more than a headline or its link: the largest element around it in which no other item leads
/// elsewhere. There its date, its picture and its summary stand.
/// </summary>
internal sealed class Surroundings
{
    private const string Several = "";

    private readonly Dictionary<IElement, string> _owners = [];

    public Surroundings(IReadOnlyList<IElement> items, ItemReader reader)
    {
        foreach (var item in items)
        {
            if (reader.Main(item) is { } main)
                Claim(item, main.Key);
        }
    }

    /// <summary>The item itself where it holds more than its headline.</summary>
    public IElement Of(IElement item) => IsBare(item) ? Around(item) : item;

    /// <summary>True for an element with an item in it.</summary>
    public bool Holds(IElement element) => _owners.ContainsKey(element);

    private static bool IsBare(IElement item) =>
        item.LocalName is "a" or "span" or "b" or "strong" || (item.LocalName.Length == 2 && item.LocalName[0] == 'h');

    private IElement Around(IElement item)
    {
        var around = item;
        for (var element = item.ParentElement; element is { LocalName: not ("body" or "html" or "main") }; element = element.ParentElement)
        {
            if (_owners.GetValueOrDefault(element) == Several)
                break;
            around = element;
        }

        return around;
    }

    private void Claim(IElement item, string key)
    {
        for (var element = item; element is not null; element = element.ParentElement)
        {
            var owner = _owners.GetValueOrDefault(element);
            if (owner == Several)
                return;
            _owners[element] = owner is null || owner == key ? key : Several;
        }
    }
}
