using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Articles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "foundselectors",
                table: "sources",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "sources",
                type: "text",
                nullable: false,
                defaultValue: "Feed",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "robots",
                table: "sources",
                type: "text",
                nullable: false,
                defaultValue: "Obey",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "selectors",
                table: "sources",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "article",
                table: "items",
                type: "text",
                nullable: true,
                collation: "C");

            // What nobody declared follows from the kind of source, which may change.
            migrationBuilder.Sql("UPDATE sources SET content = 'Usual' WHERE content = 'Full'");

            migrationBuilder.CreateTable(
                name: "keptrobots",
                columns: table => new
                {
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    askedat = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keptrobots", x => x.origin);
                });

            migrationBuilder.CreateTable(
                name: "queuedpages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    itemkey = table.Column<long>(type: "bigint", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    host = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    contenthash = table.Column<long>(type: "bigint", nullable: false),
                    sortat = table.Column<long>(type: "bigint", nullable: false),
                    foundat = table.Column<long>(type: "bigint", nullable: false),
                    waitsuntil = table.Column<long>(type: "bigint", nullable: true),
                    dueat = table.Column<long>(type: "bigint", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_queuedpages", x => x.id);
                    table.ForeignKey(
                        name: "fk_queuedpages_sources_sourceid",
                        column: x => x.sourceid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sourcepages",
                columns: table => new
                {
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    read = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    empty = table.Column<int>(type: "integer", nullable: false),
                    refusedinarow = table.Column<int>(type: "integer", nullable: false),
                    lastat = table.Column<long>(type: "bigint", nullable: true),
                    restsuntil = table.Column<long>(type: "bigint", nullable: true),
                    hasended = table.Column<bool>(type: "boolean", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sourcepages", x => x.sourceid);
                    table.ForeignKey(
                        name: "fk_sourcepages_sources_sourceid",
                        column: x => x.sourceid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_keptrobots_until",
                table: "keptrobots",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_queuedpages_dueat",
                table: "queuedpages",
                column: "dueat");

            migrationBuilder.CreateIndex(
                name: "ix_queuedpages_host_sortat_id",
                table: "queuedpages",
                columns: new[] { "host", "sortat", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_queuedpages_sourceid_itemkey",
                table: "queuedpages",
                columns: new[] { "sourceid", "itemkey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_queuedpages_waitsuntil",
                table: "queuedpages",
                column: "waitsuntil",
                filter: "WaitsUntil IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "keptrobots");

            migrationBuilder.DropTable(
                name: "queuedpages");

            migrationBuilder.DropTable(
                name: "sourcepages");

            migrationBuilder.DropColumn(
                name: "foundselectors",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "robots",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "selectors",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "article",
                table: "items");
        }
    }
}
