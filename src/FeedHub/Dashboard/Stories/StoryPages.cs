using System.Globalization;
using FeedHub.Access;
using FeedHub.Api;
using FeedHub.Coverage;
using FeedHub.Dashboard.Frame;
using FeedHub.Ingesting;
using FeedHub.Model.Access;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Search;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Stories;

/// <summary>The pages on which an admin sees what was merged, and corrects it: plain forms, so that they work without JavaScript.</summary>
internal static class StoryPages
{
    private const string By = "admin, dashboard";
    private const int LongestSearch = 1000;
    private const int MostFound = 50;

    /// <summary>Maps the pages, and the posts behind an antiforgery check.</summary>
    public static void MapStoryPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/stories", (HttpContext context) => ListAsync(context, null));
        dashboard.MapGet("/stories/{id:long}", OneAsync);
        dashboard.MapGet("/stories/labels.jsonl", StoryEndpoints.LabelsAsync);
        var writes = dashboard.MapAdminWrites("/stories");
        writes.MapPost("/{id:long}/split", SplitAsync);
        writes.MapPost("/join", async (HttpContext context, StoryDecisions decisions) =>
            await JoinAsync(context, decisions, await FieldAsync(context, "story"), await FieldAsync(context, "with"),
                StoriesText.GiveBoth));
        writes.MapPost("/join-picked", async (HttpContext context, StoryDecisions decisions) =>
            await JoinAsync(context, decisions, await PickedAsync(context, 0), await PickedAsync(context, 1), StoriesText.TickTwo));
        MapEvents(writes);
        writes.MapPost("/{id:long}/hide", async (long id, HttpContext context, StoryHiding hiding) =>
            await AfterAsync(context, "hidden", await HideAsync(id, context, hiding)));
        writes.MapPost("/hide", async (HttpContext context, StoryHiding hiding) =>
            await AfterAsync(context, "hidden", await FieldAsync(context, "story") is { } story
                ? await HideAsync(story, context, hiding)
                : new(null, Bilingual.As(StoriesText.GiveStory))));
        writes.MapPost("/{id:long}/show", async (long id, HttpContext context, StoryHiding hiding) =>
            await AfterAsync(context, "shown", await hiding.ShowAsync(id, context.RequestAborted)));
        writes.MapPost("/{id:long}/erase", async (long id, HttpContext context, StoryErasing erasing) =>
            await AfterAsync(context, "erased", (await context.Request.ReadFormAsync(context.RequestAborted))["sure"] == "yes"
                ? await erasing.EraseAsync(id, context.RequestAborted)
                : new(null, Bilingual.As(StoriesText.TickSure))));
        writes.MapPost("/doubts/{id:long}/confirm", async (long id, HttpContext context, StoryDecisions decisions) =>
            await AfterAsync(context, "confirmed", await decisions.ConfirmAsync(id, By, context.RequestAborted)));
    }

    private static async Task SplitAsync(long id, HttpContext context, StoryDecisions decisions)
    {
        var picked = await FieldAsync(context, "item");
        var story = await context.RequestServices.GetRequiredService<MergeQueries>().FindAsync(id, context.RequestAborted);
        var result = picked is { } item
            ? await decisions.SplitAsync(id, item, By, context.RequestAborted)
            : new(null, Bilingual.As(StoriesText.TheFormNamesNoItem));
        if (result.StoryId is { } begun && story?.Items.Find(i => i.Id == picked) is { } before)
            StoryUndo.OfSplit(context, decisions, before, begun, By);
        await AfterAsync(context, "split", result);
    }

    private static async Task JoinAsync(HttpContext context, StoryDecisions decisions, long? one, long? other, string missing)
    {
        if (one is not { } first || other is not { } second)
        {
            await AfterAsync(context, "joined", new(null, Bilingual.As(missing)));
            return;
        }

        var stories = context.RequestServices.GetRequiredService<MergeQueries>();
        Story?[] both = [await stories.FindAsync(first, context.RequestAborted), await stories.FindAsync(second, context.RequestAborted)];
        var apart = await stories.ApartAsync(first, second, context.RequestAborted);
        var result = await decisions.JoinAsync(first, second, By, context.RequestAborted);
        if (result is { StoryId: { } kept, HidesOther: false })
            StoryUndo.OfJoin(context, decisions, [.. both.OfType<Story>()], apart, kept, By);
        await AfterAsync(context, "joined", result);
    }

    // Two are ticked, or none counts: which of three are meant cannot be known.
    private static async Task<long?> PickedAsync(HttpContext context, int place)
    {
        var picked = (await context.Request.ReadFormAsync(context.RequestAborted))["pick"];
        return picked.Count == 2 && long.TryParse(picked[place], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static void MapEvents(RouteGroupBuilder writes)
    {
        void Map(string verb, Func<EventDecisions, Func<long, long, CancellationToken, Task<DecisionResult>>> decide) => writes.MapPost(
            $"/{{id:long}}/event/{verb}",
            async (long id, HttpContext context, EventDecisions decisions) => await AfterAsync(
                context, $"event-{verb}", await FieldAsync(context, "event") is { } told
                    ? await decide(decisions)(told, id, context.RequestAborted)
                    : new(null, Bilingual.As(StoriesText.GiveEvent))));
        Map("split", decisions => decisions.SplitAsync);
        Map("join", decisions => decisions.JoinAsync);
        Map("confirm", decisions => decisions.ConfirmAsync);
    }

    private static async Task<DecisionResult> HideAsync(long id, HttpContext context, StoryHiding hiding) => await hiding.HideAsync(
        id,
        (await context.Request.ReadFormAsync(context.RequestAborted))["reason"].ToString(),
        context.RequestAborted);

    private static async Task<long?> FieldAsync(HttpContext context, string name)
    {
        // People who look at a story have its address rather than its number.
        var typed = (await context.Request.ReadFormAsync(context.RequestAborted))[name].ToString().Trim().TrimEnd('/');
        return long.TryParse(typed[(typed.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static async Task AfterAsync(HttpContext context, string done, DecisionResult result)
    {
        if (result.Error is not null)
        {
            context.Response.StatusCode = result.IsMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            await ListAsync(context, StoriesText.NothingWasDone(result.Error.ToString()));
            return;
        }

        if (Actor.Current.HasChangedNothing)
            done = FrameText.Same;
        else if (result.HidesOther)
            done += "-hidden";
        context.Response
            .SeeOther(done is "confirmed" or "erased"
                ? $"/hangfire/stories?done={done}"
                : $"/hangfire/stories/{result.StoryId}?done={done}");
    }

    private static async Task ListAsync(HttpContext context, string? error)
    {
        var query = context.Request.Query;
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, 1000) : 0;
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : (long?)null;
        var view = await context.RequestServices.GetRequiredService<MergeQueries>().ListAsync(page, before, context.RequestAborted);
        var search = query["q"].ToString().Trim();
        await HangfireShell.WriteAsync<MergesPage>(context, StoriesText.Stories, new()
        {
            [nameof(MergesPage.Search)] = search,
            [nameof(MergesPage.Found)] = await FoundAsync(context, search),
            [nameof(MergesPage.Context)] = PageContext.Of(context, DoneWords, error),
            [nameof(MergesPage.View)] = view,
            [nameof(MergesPage.Events)] = await context.RequestServices.GetRequiredService<MergeQueries>().DoubtfulEventsAsync(
                context.RequestAborted),
            [nameof(MergesPage.Hidden)] = await context.RequestServices.GetRequiredService<MergeQueries>().HiddenAsync(
                context.RequestAborted),
        });
    }

    private static async Task<IReadOnlyList<Story>?> FoundAsync(HttpContext context, string search)
    {
        if (search.Length == 0)
            return null;
        search = search.Length > LongestSearch ? search[..LongestSearch] : search;
        return SearchQuery.Parse(search) is null
            ? []
            : (await context.RequestServices.GetRequiredService<StoryQueries>()
                .PageAsync(new() { Search = search, Limit = MostFound }, context.RequestAborted)).Stories;
    }

    private static async Task OneAsync(long id, HttpContext context)
    {
        var stories = context.RequestServices.GetRequiredService<MergeQueries>();
        if (await stories.FindAsync(id, context.RequestAborted) is { } story)
        {
            var written = context.Request.Query[StoryUndo.Other];
            var other = long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var parted)
                ? await stories.FindAsync(parted, context.RequestAborted)
                : null;
            await HangfireShell.WriteAsync<MergedStoryPage>(context, MergedStoryPage.TitleOf(story), new()
            {
                [nameof(MergedStoryPage.Context)] = PageContext.Of(context, DoneWords, error: null),
                [nameof(MergedStoryPage.Story)] = story,
                [nameof(MergedStoryPage.Other)] = other,
                [nameof(MergedStoryPage.Apart)] = await stories.ApartFromAsync(id, context.RequestAborted),
            });
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await ListAsync(context, StoriesText.NoSuchStory);
    }

    private static string? DoneWords(string done) => done switch
    {
        "split" =>
            Say(
                "The item is a story of its own now. It stays one, also when it is read again, and the pair is "
                    + "written down as different.",
                "Butir ini kini berita tersendiri. Akan tetap begitu, juga bila dibaca lagi, dan pasangan ini "
                    + "dicatat sebagai berbeda."),
        "corrected" => Say(
            "The story has these categories now, and FeedHub learns from them.",
            "Berita ini kini berkategori itu, dan FeedHub belajar darinya."),
        "withdrawn" => Say("The story's categories are FeedHub's own again.", "Kategori berita ini kembali ditentukan FeedHub."),
        "joined" => Say(
            "The two are one story now. It stays one, and the pair is written down as the same.",
            "Keduanya kini satu berita. Akan tetap begitu, dan pasangan ini dicatat sebagai sama."),
        "joined-hidden" => Say(
            "The two are one story now. One of them was hidden, and so readers see neither: show it again if they "
                + "should.",
            "Keduanya kini satu berita. Salah satunya tersembunyi, jadi pembaca tidak melihat keduanya: tampilkan "
                + "lagi bila perlu."),
        "event-split" => Say(
            "The story is of no event now, and is grouped with none until somebody puts it into one.",
            "Berita ini kini tidak termasuk peristiwa mana pun, sampai seseorang memasukkannya."),
        "event-join" => Say(
            "The story is of that event now, and stays there.",
            "Berita ini kini termasuk peristiwa itu, dan tetap di sana."),
        "event-confirm" => Say("The story is of that event for good.", "Berita ini tetap termasuk peristiwa itu."),
        "hidden" => Say(
            "Readers do not see the story any more. Its later copies are hidden with it.",
            "Pembaca tidak melihat berita ini lagi. Salinannya kelak ikut disembunyikan."),
        "shown" => Say("Readers see the story again, at the place that it had.", "Pembaca melihat berita ini lagi, di tempatnya semula."),
        "erased" => Say(
            "The story is erased. Its items never come in again; backups made before hold them still.",
            "Berita dihapus. Butirnya tidak akan masuk lagi; cadangan yang dibuat sebelumnya masih memuatnya."),
        "confirmed" => Say("The verdict is written down as right.", "Putusan dicatat sebagai benar."),
        _ => null,
    };
}
