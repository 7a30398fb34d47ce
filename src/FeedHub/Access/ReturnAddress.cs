using FeedHub.Serving;

namespace FeedHub.Access;

/// <summary>Where a browser goes once it is signed in: to a page of the dashboard and nowhere else.</summary>
public static class ReturnAddress
{
    /// <summary>Where to go if nothing, or nothing safe, was asked for.</summary>
    public const string Home = "/hangfire";

    /// <summary>The address asked for if it is one of the dashboard's pages, else <see cref="Home"/>.</summary>
    public static string Safe(string? asked) => asked is not null && IsSafe(asked) ? asked : Home;

    /// <summary>The sign-in page, which leads back to what was asked for.</summary>
    public static string SignIn(HttpRequest request)
    {
        // After a form whose session had ended: to the page that it stood on.
        var asked = HttpMethods.IsGet(request.Method) ? request.OwnPath() + request.QueryString : request.OwnReferer();
        return Safe(asked) is var safe && safe == Home ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(safe)}";
    }

    // Browsers read a backslash as a slash, pass over control characters, and take dots out of paths, also where they are escaped.
    private static bool IsSafe(string asked) =>
        (asked == Home || asked.StartsWith($"{Home}/", StringComparison.Ordinal) || asked.StartsWith($"{Home}?", StringComparison.Ordinal))
        && !asked.Any(c => char.IsControl(c) || c == '\\')
        && Uri.TryCreate("http://localhost" + asked, UriKind.Absolute, out var address)
        && (address.AbsolutePath == Home || address.AbsolutePath.StartsWith($"{Home}/", StringComparison.Ordinal));
}
