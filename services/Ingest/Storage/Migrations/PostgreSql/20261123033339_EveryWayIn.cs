using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Ingest.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class EveryWayIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Details",
                table: "reports",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "DocumentId",
                table: "reports",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ErasedTime",
                table: "reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalId",
                table: "reports",
                type: "character varying(2048)",
                maxLength: 2048,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Format",
                table: "reports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ItemPath",
                table: "reports",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "reports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<byte[]>(
                name: "Map",
                table: "reports",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Revises",
                table: "reports",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SourceId",
                table: "reports",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "StoryId",
                table: "reports",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Updated",
                table: "reports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "Withdrawn",
                table: "reports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    SizeBytes = table.Column<long>(type: "bigint", nullable: false),
                    MediaType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Encoding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Hints = table.Column<byte[]>(type: "bytea", nullable: false),
                    ReceivedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true),
                    UploadId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    ErasedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "positions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ObjectId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReceivedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_positions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rejections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    DocumentId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ItemPath = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    ItemIndex = table.Column<long>(type: "bigint", nullable: false),
                    Violations = table.Column<byte[]>(type: "bytea", nullable: false),
                    Original = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Format = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SourceId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ReceivedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TraceParent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastReplayTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rejections", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reports_DocumentId",
                table: "reports",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_ReceivedTime",
                table: "documents",
                column: "ReceivedTime");

            migrationBuilder.CreateIndex(
                name: "IX_positions_ObjectId_Time_Id",
                table: "positions",
                columns: new[] { "ObjectId", "Time", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_positions_ReceivedTime_Id",
                table: "positions",
                columns: new[] { "ReceivedTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_rejections_DocumentId",
                table: "rejections",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_rejections_ReceivedTime_Id",
                table: "rejections",
                columns: new[] { "ReceivedTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "positions");

            migrationBuilder.DropTable(
                name: "rejections");

            migrationBuilder.DropIndex(
                name: "IX_reports_DocumentId",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Details",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "ErasedTime",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "ExternalId",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Format",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "ItemPath",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Map",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Revises",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "SourceId",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "StoryId",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Updated",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Withdrawn",
                table: "reports");
        }
    }
}
