using System.Globalization;
using FeedHub.Storage.Statements.Search;
using FeedHub.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FeedHub.Tests.Storage.Statements;

/// <summary>Both engines cut texts into the same words, and find the same by them.</summary>
[Trait("Storage", "sqlite")]
public sealed class LexemeTests(LexemeTests.BothEngines engines) : IClassFixture<LexemeTests.BothEngines>
{
    private static readonly string[] Titles =
    [
        "Banjir menutup jalan pesisir di Bandar Lampung", "Gempa kecil terasa di Padang dan Bukittinggi", "Café crème prices rise",
        "The harbour-master's report, no. 42", "Überraschung in München: 3,5 Millionen", "日本の首相が訪問した", "서울 지하철 요금 인상",
        "C++ and C# compared", "ΑΘΗΝΑ θέλει νερό", "İstanbul ve Işık", "Naïve co-operation", "x² y₃ ½ cup", "rock'n'roll", "a_b a.b a-b",
        "Đà Nẵng đón khách", "Łódź and Øresund", "Кафе «Ёлка» открыто", "emoji 😀 in 👩‍👩‍👧 text", "ﬁne ligature", "Straße STRASSE",
    ];

    public static TheoryData<string> Queries =>
    [
        "banjir", "BANJIR jalan", "\"jalan pesisir\"", "\"pesisir jalan\"", "cafe", "creme OR gempa", "padang -bukittinggi", "-banjir",
        "harb*", "\"harbour master\"", "42", "munchen", "3,5", "首相", "\"首相が\"", "日本 訪問", "지하철", "c", "c++", "αθηνα", "istanbul",
        "ışık", "naive", "½", "x²", "roll", "\"a b\"", "da nang", "lodz", "oresund", "ёлка", "елка", "fine", "strasse", "straße", "\"",
        "ban* -jalan", "\"di bandar*\"", "zzz", "emoji text",
    ];

    [PostgresTheory]
    [MemberData(nameof(Queries))]
    public async Task AQuery_FindsTheSameOnBothEngines(string query)
    {
        var (one, other) = await engines.Services.Value;
        Assert.Equal(await FindAsync(one, query), await FindAsync(other, query));
    }

    [Fact]
    public void EveryCharacter_IsTakenAsSqlitesTokeniserTakesIt()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')");
        Run(connection, "CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)");
        var texts = Enumerable.Range(1, 0x1FFFF).Where(c => c is < 0xD800 or > 0xDFFF)
            .ToDictionary(c => c, c => $"a{char.ConvertFromUtf32(c)}b");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO t (rowid, x) VALUES ($id, $x)";
            insert.Parameters.AddWithValue("$id", 0);
            insert.Parameters.AddWithValue("$x", "");
            foreach (var (c, text) in texts)
            {
                (insert.Parameters[0].Value, insert.Parameters[1].Value) = (c, text);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        using var read = connection.CreateCommand();
        read.CommandText = "SELECT doc, group_concat(term, ' ') FROM (SELECT doc, term, offset FROM v ORDER BY doc, offset) GROUP BY doc";
        using var rows = read.ExecuteReader();
        var different = new List<string>();
        while (rows.Read())
        {
            var (c, words) = (rows.GetInt32(0), string.Join(' ', Lexemes.Words(texts[rows.GetInt32(0)])));

            // What came into Unicode after the tokeniser's tables it takes for a letter of a word, as it is.
            if (words != rows.GetString(1) && rows.GetString(1) != texts[c] && c is not (>= 0x19B0 and <= 0x19C9 or 0x1CF2 or 0x1CF3))
                different.Add(string.Create(
                    CultureInfo.InvariantCulture, $"U+{c:X4} {CharUnicodeInfo.GetUnicodeCategory(c)}: {words} for {rows.GetString(1)}"));
        }

        Assert.Equal("", string.Join("; ", different));
    }

    [Fact]
    public void AVeryLongText_StaysWithinWhatCanBeStored()
    {
        var stored = Lexemes.Of(string.Join(' ', Enumerable.Range(0, 400_000).Select(n => $"word{n}")));
        Assert.InRange(stored.Length, 100_000, 2_000_000);
        Assert.InRange(Lexemes.Words(new string('字', 5000)).Single().Length, 1, 700);
        Assert.Equal("'a':1,3 'b':2", Lexemes.Of("a b a"));
    }

    private static async Task<IReadOnlyList<string>> FindAsync(TestService service, string query)
    {
        using var answer = await service.Client.GetAsync($"/feed.json?q={Uri.EscapeDataString(query)}");
        return answer.IsSuccessStatusCode
            ? [.. (await service.ItemsOf($"/feed.json?q={Uri.EscapeDataString(query)}"))
                .Select(item => item.GetProperty("title").GetString()!)]
            : [$"{(int)answer.StatusCode}"];
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The same titles in a service on each engine, started for all queries once.</summary>
    public sealed class BothEngines : IAsyncLifetime
    {
        private readonly TempFolder[] _folders = [new(), new()];

        public BothEngines() => Services = new(StartAsync);

        internal Lazy<Task<(TestService Sqlite, TestService Postgres)>> Services { get; }

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            if (Services.IsValueCreated)
            {
                var (one, other) = await Services.Value;
                await one.DisposeAsync();
                await other.DisposeAsync();
            }

            foreach (var folder in _folders)
                folder.Dispose();
        }

        private async Task<(TestService Sqlite, TestService Postgres)> StartAsync() =>
            (await StartAsync(_folders[0]), await StartAsync(_folders[1], await TestPostgres.ArgumentsAsync(_folders[1])));

        private static async Task<TestService> StartAsync(TempFolder folder, params string[] settings)
        {
            await using var newsroom = await FakeNewsroom.StartAsync();
            newsroom.Serve("/all", Feeds.Rss("All", Titles.Select((title, n) => new Written($"{n}", $"https://all.example/{n}", title))));
            var feeds = Feeds.Json(Feeds.Source(newsroom.Url("/all"), "All"));
            var service = await TestService.StartAsync(folder, feeds, settings: settings);
            await service.PollAsync("all");
            await TestService.UntilAsync(() => service.ItemsOf("/feed.json?q=banjir"), items => items.Count == 1);
            return service;
        }
    }
}
