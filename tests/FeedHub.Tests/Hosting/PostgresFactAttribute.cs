namespace FeedHub.Tests.Hosting;

/// <summary>A test that needs a PostgreSQL server; without one it is skipped, but not where everything has to run.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (TestPostgres.Server is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "FEEDHUB_TEST_POSTGRES names no PostgreSQL server.";
    }
}

/// <summary>The same with data.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute()
    {
        if (TestPostgres.Server is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "FEEDHUB_TEST_POSTGRES names no PostgreSQL server.";
    }
}
