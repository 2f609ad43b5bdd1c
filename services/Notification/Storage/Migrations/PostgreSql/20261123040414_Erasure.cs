using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Notification.Storage.Migrations.PostgreSql
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
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ErasedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsWhole = table.Column<bool>(type: "boolean", nullable: false),
                    NameHashes = table.Column<string>(type: "text", nullable: false, collation: "C")
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
