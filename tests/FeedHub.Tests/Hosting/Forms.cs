using System.Net;
using System.Text.RegularExpressions;

namespace FeedHub.Tests.Hosting;

/// <summary>Sends forms as a browser does that shows the page.</summary>
public static partial class Forms
{
    /// <summary>Sends a form of a page with its token; returns the answer.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this TestService service,
        string page,
        string action,
        params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await service.Client.GetStringAsync(page)).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await service.Client.PostAsync(action, new FormUrlEncodedContent(form));
    }

    /// <summary>Sends a form that shows the page again; returns that page.</summary>
    public static async Task<string> ShowAsync(
        this TestService service,
        string page,
        string action,
        params (string Name, string Value)[] fields)
    {
        using var answer = await service.SendFormAsync(page, action, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form that does something; returns where it leads.</summary>
    public static async Task<string> DoAsync(
        this TestService service,
        string page,
        string action,
        params (string Name, string Value)[] fields)
    {
        using var answer = await service.SendFormAsync(page, action, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
