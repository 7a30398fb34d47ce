using FeedHub.Access;
using FeedHub.Categories;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;
using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard.Frame;

/// <summary>What every page with forms needs.</summary>
/// <param name="Now">The present.</param>
/// <param name="Tokens">For the forms.</param>
/// <param name="Categories">For the choice of categories.</param>
/// <param name="Done">What has just been done, in words, or null.</param>
/// <param name="Error">What was wrong with the form, or null.</param>
/// <param name="Form">What was typed, to be shown again beside the error.</param>
public sealed record PageContext(
    DateTimeOffset Now, AntiforgeryTokenSet Tokens, IReadOnlyList<Category> Categories, string? Done, string? Error,
    IReadOnlyDictionary<string, string> Form)
{
    /// <summary>What is wrong with each field of the form, to be shown beside it.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = NothingTyped;

    /// <summary>Whether the visitor may change what the page shows.</summary>
    public bool MayChange { get; init; }

    /// <summary>Whether what has just been done can be taken back with a button.</summary>
    public bool CanUndo { get; init; }

    /// <summary>An address where it is edited: whole for those who may, without what is secret in it for the others.</summary>
    public string Editable(string address) => MayChange ? address : ShownAddress.Of(address);

    /// <summary>A category by its name, as everywhere; by its slug where the vocabulary has it no more.</summary>
    public string NameOf(string slug) => Categories.FirstOrDefault(category => category.Slug == slug) is { } named
        ? FrameText.NameOf(named)
        : slug;

    private static readonly IReadOnlyDictionary<string, string> NothingTyped = new Dictionary<string, string>();

    /// <summary>For the page that this request is answered with.</summary>
    /// <param name="context">The request; its parameter <c>done</c> names what has just been done.</param>
    /// <param name="wordsOf">The words for such a name, or null: an address must not be able to put any others on the page.</param>
    /// <param name="error">What was wrong with the form, or null.</param>
    /// <param name="typed">What was typed; null: nothing.</param>
    public static PageContext Of(
        HttpContext context,
        Func<string, string?> wordsOf,
        string? error,
        IReadOnlyDictionary<string, string>? typed = null) => new(
        context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
        context.RequestServices.GetRequiredService<Taggers>().Vocabulary.All,
        DoneOf(context) switch
        {
            UndoPages.Undone => FrameText.ItIsUndone,
            FrameText.Same => FrameText.NothingChanged,
            var done => wordsOf(done),
        },
        error,
        typed ?? NothingTyped)
        {
            MayChange = context.User.MayChange(),
            CanUndo = context.RequestServices.GetRequiredService<UndoBook>().Offers(context, DoneOf(context)),
        };

    private static string DoneOf(HttpContext context) => context.Request.Query["done"].ToString();
}
