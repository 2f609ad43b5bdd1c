using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Truceline.Entity.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ClaimDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Envelope",
                table: "readings",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "Reader",
                table: "readings",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "StoryId",
                table: "readings",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<byte[]>(
                name: "AsRead",
                table: "claims",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Class",
                table: "claims",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "HappeningId",
                table: "claims",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsBackground",
                table: "claims",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Mode",
                table: "claims",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Review",
                table: "claims",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "claims",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "claim_corrections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    ClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Correction = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "claim_links",
                columns: table => new
                {
                    ClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    OtherClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Relation = table.Column<int>(type: "integer", nullable: false),
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    OtherReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    CorrectionId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    IsRemoved = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_links", x => new { x.ClaimId, x.OtherClaimId, x.Relation });
                });

            migrationBuilder.CreateTable(
                name: "happening_keys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_happening_keys", x => new { x.Key, x.ClaimId });
                });

            migrationBuilder.CreateTable(
                name: "happenings",
                columns: table => new
                {
                    HappeningId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    MergedInto = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    Group = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Classes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    FirstDay = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    LastDay = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    RadiusM = table.Column<double>(type: "double precision", nullable: false),
                    Claims = table.Column<int>(type: "integer", nullable: false),
                    Origins = table.Column<int>(type: "integer", nullable: false),
                    IsContradicted = table.Column<bool>(type: "boolean", nullable: false),
                    Credibility = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_happenings", x => x.HappeningId);
                });

            migrationBuilder.CreateTable(
                name: "readers",
                columns: table => new
                {
                    Reader = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    FirstUsedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readers", x => x.Reader);
                });

            migrationBuilder.CreateTable(
                name: "reading_changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    ClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    NewClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Fields = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Class = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Reader = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    EarlierReader = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading_changes", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_readings_Reader_ReportId",
                table: "readings",
                columns: new[] { "Reader", "ReportId" });

            migrationBuilder.CreateIndex(
                name: "IX_readings_StoryId",
                table: "readings",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_claims_Class_Sequence",
                table: "claims",
                columns: new[] { "Class", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_HappeningId",
                table: "claims",
                column: "HappeningId");

            migrationBuilder.CreateIndex(
                name: "IX_claim_corrections_ClaimId",
                table: "claim_corrections",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_claim_corrections_ReportId",
                table: "claim_corrections",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_claim_corrections_Sequence",
                table: "claim_corrections",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_claim_links_OtherClaimId",
                table: "claim_links",
                column: "OtherClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_claim_links_OtherReportId",
                table: "claim_links",
                column: "OtherReportId");

            migrationBuilder.CreateIndex(
                name: "IX_claim_links_ReportId",
                table: "claim_links",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_happening_keys_ReportId",
                table: "happening_keys",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_happenings_LastDay_HappeningId",
                table: "happenings",
                columns: new[] { "LastDay", "HappeningId" });

            migrationBuilder.CreateIndex(
                name: "IX_happenings_MergedInto",
                table: "happenings",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_reading_changes_Reader_Sequence",
                table: "reading_changes",
                columns: new[] { "Reader", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_reading_changes_ReportId_Sequence",
                table: "reading_changes",
                columns: new[] { "ReportId", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "claim_corrections");

            migrationBuilder.DropTable(
                name: "claim_links");

            migrationBuilder.DropTable(
                name: "happening_keys");

            migrationBuilder.DropTable(
                name: "happenings");

            migrationBuilder.DropTable(
                name: "readers");

            migrationBuilder.DropTable(
                name: "reading_changes");

            migrationBuilder.DropIndex(
                name: "IX_readings_Reader_ReportId",
                table: "readings");

            migrationBuilder.DropIndex(
                name: "IX_readings_StoryId",
                table: "readings");

            migrationBuilder.DropIndex(
                name: "IX_claims_Class_Sequence",
                table: "claims");

            migrationBuilder.DropIndex(
                name: "IX_claims_HappeningId",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "Envelope",
                table: "readings");

            migrationBuilder.DropColumn(
                name: "Reader",
                table: "readings");

            migrationBuilder.DropColumn(
                name: "StoryId",
                table: "readings");

            migrationBuilder.DropColumn(
                name: "AsRead",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "Class",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "HappeningId",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "IsBackground",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "Mode",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "Review",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "claims");
        }
    }
}
