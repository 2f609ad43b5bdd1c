using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.GeoZone.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class WithdrawnClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "claims",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "withdrawn_claims",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_withdrawn_claims", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "withdrawn_claims");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "claims");
        }
    }
}
