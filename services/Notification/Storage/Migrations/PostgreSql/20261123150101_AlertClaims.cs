using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Notification.Storage.Migrations.PostgreSql
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
                    ClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    AlertId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    SubjectId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
