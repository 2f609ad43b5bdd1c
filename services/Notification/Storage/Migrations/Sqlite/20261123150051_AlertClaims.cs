using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Notification.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AlertClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alert_claims",
                columns: table => new
                {
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AlertId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_claims", x => new { x.ClaimId, x.AlertId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_alert_claims_AlertId",
                table: "alert_claims",
                column: "AlertId");

            migrationBuilder.CreateIndex(
                name: "IX_alert_claims_SubjectId",
                table: "alert_claims",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_alert_claims_Time",
                table: "alert_claims",
                column: "Time");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_claims");
        }
    }
}
