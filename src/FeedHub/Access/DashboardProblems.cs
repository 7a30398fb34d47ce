using FeedHub.Serving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>A problem on the dashboard is a page with the problem's own words for people with a browser; programs get the problem
/// document.</summary>
internal sealed class DashboardProblems : IProblemDetailsWriter
{
    private static readonly string[] Ours = ["/hangfire", "/sign-in", "/setup"];

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) =>
        Refusal.IsForBrowser(context.HttpContext.Request) && Ours.Any(path => context.HttpContext.Request.Path.StartsWithSegments(path));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ?? http.Response.StatusCode;

        // After an exception the headers of the answer that was begun are gone.
        PageHeaders.Set(http);
        await Refusal.WritePageAsync(
            http,
            status,
            TitleOf(problem, status),
            problem.Detail ?? Words(status));
    }

    // Titles that nobody chose are the framework's, in English.
    private static string TitleOf(ProblemDetails problem, int status) => status == StatusCodes.Status404NotFound
        ? Say("There is no such page", "Halaman ini tidak ada")
        : problem.Title is { } title && title != ReasonPhrases.GetReasonPhrase(status)
            ? title
            : Say("This was not done", "Ini tidak dilakukan");

    private static string Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => Say(
            "The address is misspelt, or what stood here is gone.", "Alamatnya salah tulis, atau isinya sudah tidak ada."),
        StatusCodes.Status405MethodNotAllowed => Say(
            "This address only takes a form. Open the page that the form is on.",
            "Alamat ini hanya menerima formulir. Buka halaman tempat formulirnya."),
        >= StatusCodes.Status500InternalServerError => Say(
            "FeedHub failed here; the console says more. Try again.", "FeedHub gagal di sini; konsol memuat rinciannya. Coba lagi."),
        _ => Say("Go back and try again.", "Kembali dan coba lagi."),
    };
}
