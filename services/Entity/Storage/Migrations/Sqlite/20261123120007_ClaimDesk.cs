using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Entity.Storage.Migrations.Sqlite
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
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "Reader",
                table: "readings",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StoryId",
                table: "readings",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "AsRead",
                table: "claims",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Class",
                table: "claims",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "HappeningId",
                table: "claims",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsBackground",
                table: "claims",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Mode",
                table: "claims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Review",
                table: "claims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "claims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "claim_corrections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Correction = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "claim_links",
                columns: table => new
                {
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OtherClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Relation = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OtherReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CorrectionId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsRemoved = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_links", x => new { x.ClaimId, x.OtherClaimId, x.Relation });
                });

            migrationBuilder.CreateTable(
                name: "happening_keys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_happening_keys", x => new { x.Key, x.ClaimId });
                });

            migrationBuilder.CreateTable(
                name: "happenings",
                columns: table => new
                {
                    HappeningId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    MergedInto = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Group = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Classes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FirstDay = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    LastDay = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    RadiusM = table.Column<double>(type: "REAL", nullable: false),
                    Claims = table.Column<int>(type: "INTEGER", nullable: false),
                    Origins = table.Column<int>(type: "INTEGER", nullable: false),
                    IsContradicted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Credibility = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_happenings", x => x.HappeningId);
                });

            migrationBuilder.CreateTable(
                name: "readers",
                columns: table => new
                {
                    Reader = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirstUsedTime = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readers", x => x.Reader);
                });

            migrationBuilder.CreateTable(
                name: "reading_changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    NewClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Reader = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EarlierReader = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false)
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
