using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Notification.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Erasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erased_reports",
                columns: table => new
                {
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ErasedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    IsWhole = table.Column<bool>(type: "INTEGER", nullable: false),
                    NameHashes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erased_reports", x => x.ReportId);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erased_reports");
        }
    }
}
