using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FeedHub.Tests.Hosting;

/// <summary>A form as a browser has it open: every field with its value, hidden ones too.</summary>
internal sealed class OpenedForm(string action, Dictionary<string, string> fields)
{
    public string this[string field]
    {
        get => fields[field];
        set => fields[field] = value;
    }

    /// <summary>Opens the page and looks at the form that is sent to that same address.</summary>
    public static async Task<OpenedForm> OpenAsync(TestService service, string page) => In(await service.Client.GetStringAsync(page), page);

    /// <summary>The form of a page that is sent there.</summary>
    public static OpenedForm In(string html, string action)
    {
        var form = Assert.Single(new HtmlParser().ParseDocument(html).Forms, form => form.GetAttribute("action") == action);
        var fields = form.Elements.Where(IsSent).Select(NameAndValue).Where(field => field.Name.Length > 0);

        // Boxes of one name are read together.
        return new(action, fields.GroupBy(field => field.Name)
            .ToDictionary(same => same.Key, same => string.Join(',', same.Select(field => field.Value))));
    }

    public Task<HttpResponseMessage> SendAsync(TestService service) => service.Client.PostAsync(action, new FormUrlEncodedContent(fields));

    private static bool IsSent(object element) => element is not IHtmlInputElement { Type: "checkbox", IsChecked: false };

    private static (string Name, string Value) NameAndValue(object element) => element switch
    {
        IHtmlInputElement input => (input.Name ?? "", input.Value),
        IHtmlSelectElement select => (select.Name ?? "", select.Value ?? ""),
        IHtmlTextAreaElement area => (area.Name ?? "", area.Value),
        _ => ("", ""),
    };
}
