using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DeletedSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "deletedsources",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    urlkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deletedat = table.Column<long>(type: "bigint", nullable: false),
                    declared = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    identity = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deletedsources", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_deletedsources_deletedat",
                table: "deletedsources",
                column: "deletedat");

            migrationBuilder.CreateIndex(
                name: "ix_deletedsources_urlkey",
                table: "deletedsources",
                column: "urlkey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deletedsources");
        }
    }
}
