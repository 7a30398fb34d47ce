using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FeedHub.Serving;

/// <summary>Renders a component to HTML on the server. No circuit, no script, no cookie.</summary>
public sealed partial class PageRenderer(IServiceProvider services, ILoggerFactory loggers, PublicAddress address)
{
    private const int FirstBeyondAscii = 0xA0;

    /// <summary>The component's markup with these parameters.</summary>
    public async Task<string> RenderAsync<T>(IDictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return PublicPath.AddTo(Reference().Replace(html, Character), address.Path);
    }

    // The renderer writes every character beyond ASCII as a reference of eight bytes: a page of Chinese would be three times as heavy.
    private static string Character(Match reference)
    {
        var code = int.Parse(reference.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return code >= FirstBeyondAscii && System.Text.Rune.IsValid(code) ? char.ConvertFromUtf32(code) : reference.Value;
    }

    [GeneratedRegex("&#x([0-9A-Fa-f]{2,6});")]
    private static partial Regex Reference();
}
