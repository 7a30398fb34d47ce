using FeedHub.Storage.Statements.Coverage;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Events : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "eventbyadmin",
                table: "stories",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "eventid",
                table: "stories",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "eventscore",
                table: "stories",
                type: "double precision",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "briefings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    askedat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_briefings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "editions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    briefingid = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "eventqueue",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    storyid = table.Column<long>(type: "bigint", nullable: false),
                    eventid = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eventqueue", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    intoid = table.Column<long>(type: "bigint", nullable: true),
                    stories = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<int>(type: "integer", nullable: false),
                    lastat = table.Column<long>(type: "bigint", nullable: false),
                    changedat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stories_eventid",
                table: "stories",
                column: "eventid",
                filter: "EventId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_briefings_key",
                table: "briefings",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_briefingid_at",
                table: "editions",
                columns: new[] { "briefingid", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_intoid",
                table: "events",
                column: "intoid",
                filter: "IntoId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_sources_id",
                table: "events",
                columns: new[] { "sources", "id" });

            migrationBuilder.Sql(PostgresEventTriggers.Make);
            migrationBuilder.Sql(EventQueue.AddNewest);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PostgresEventTriggers.Drop);

            migrationBuilder.DropTable(
                name: "briefings");

            migrationBuilder.DropTable(
                name: "editions");

            migrationBuilder.DropTable(
                name: "eventqueue");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropIndex(
                name: "ix_stories_eventid",
                table: "stories");

            migrationBuilder.DropColumn(
                name: "eventbyadmin",
                table: "stories");

            migrationBuilder.DropColumn(
                name: "eventid",
                table: "stories");

            migrationBuilder.DropColumn(
                name: "eventscore",
                table: "stories");
        }
    }
}
