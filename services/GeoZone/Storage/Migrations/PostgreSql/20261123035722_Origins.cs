using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.GeoZone.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Origins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Agency",
                table: "claims",
                type: "character varying(2048)",
                maxLength: 2048,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ChainId",
                table: "claims",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Cited",
                table: "claims",
                type: "character varying(2048)",
                maxLength: 2048,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "OriginKey",
                table: "claims",
                type: "character varying(2048)",
                maxLength: 2048,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "StoryId",
                table: "claims",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "story_merges",
                columns: table => new
                {
                    StoryId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    MergedInto = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_merges", x => x.StoryId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_claims_StoryId",
                table: "claims",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_story_merges_MergedInto",
                table: "story_merges",
                column: "MergedInto");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "story_merges");

            migrationBuilder.DropIndex(
                name: "IX_claims_StoryId",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "Agency",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "ChainId",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "Cited",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "OriginKey",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "StoryId",
                table: "claims");
        }
    }
}
