using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Entity.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class KnownEntities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "KnowledgeId",
                table: "entities",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_entities_KnowledgeId",
                table: "entities",
                column: "KnowledgeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_entities_KnowledgeId",
                table: "entities");

            migrationBuilder.DropColumn(
                name: "KnowledgeId",
                table: "entities");
        }
    }
}
