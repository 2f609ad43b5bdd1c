using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

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
                name: "erasures",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "report_documents",
                columns: table => new
                {
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    DocumentId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_documents", x => new { x.ReportId, x.DocumentId });
                });

            migrationBuilder.CreateTable(
                name: "source_days",
                columns: table => new
                {
                    SourceId = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Items = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_days", x => new { x.SourceId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "source_fetches",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SourceId = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    StartTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DurationSeconds = table.Column<double>(type: "double precision", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Address = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: false, collation: "C"),
                    SizeBytes = table.Column<long>(type: "bigint", nullable: false),
                    DocumentId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    AcceptedCount = table.Column<int>(type: "integer", nullable: false),
                    RevisedCount = table.Column<int>(type: "integer", nullable: false),
                    KnownCount = table.Column<int>(type: "integer", nullable: false),
                    RejectedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_fetches", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: false, collation: "C"),
                    Host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    RegisteredAddress = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: false, collation: "C"),
                    ExpectedFormat = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false, collation: "C"),
                    IntervalSeconds = table.Column<int>(type: "integer", nullable: false),
                    Cron = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Outlet = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false, collation: "C"),
                    Reliability = table.Column<int>(type: "integer", nullable: false),
                    Paused = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    CreateTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ETag = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    LastModified = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ValidatorsAddress = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: false, collation: "C"),
                    BodyHash = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ConsecutiveFailures = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    LastSuccessTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastAttemptTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NextDueTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsGone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stories",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    FirstTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reports = table.Column<int>(type: "integer", nullable: false),
                    Origins = table.Column<int>(type: "integer", nullable: false),
                    Agencies = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    MergedInto = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    MergedSequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "story_reports",
                columns: table => new
                {
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    StoryId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ReceivedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    ChainKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    ChainId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Published = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Updated = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    TextHash = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_reports", x => x.ReportId);
                });

            migrationBuilder.CreateTable(
                name: "upload_pieces",
                columns: table => new
                {
                    UploadId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload_pieces", x => new { x.UploadId, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "upload_results",
                columns: table => new
                {
                    UploadId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    FirstIndex = table.Column<long>(type: "bigint", nullable: false),
                    EndIndex = table.Column<long>(type: "bigint", nullable: false),
                    Results = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload_results", x => new { x.UploadId, x.FirstIndex });
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Hints = table.Column<byte[]>(type: "bytea", nullable: false),
                    SizeBytes = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    ReceivedBytes = table.Column<long>(type: "bigint", nullable: false),
                    ProcessedBytes = table.Column<long>(type: "bigint", nullable: false),
                    DocumentId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Format = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    AcceptedCount = table.Column<long>(type: "bigint", nullable: false),
                    KnownCount = table.Column<long>(type: "bigint", nullable: false),
                    RevisedCount = table.Column<long>(type: "bigint", nullable: false),
                    RejectedCount = table.Column<long>(type: "bigint", nullable: false),
                    Fault = table.Column<byte[]>(type: "bytea", nullable: true),
                    CreateTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploads", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reports_DocumentId",
                table: "reports",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_reports_SourceId_ReceivedTime_Id",
                table: "reports",
                columns: new[] { "SourceId", "ReceivedTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reports_StoryId_ReceivedTime_Id",
                table: "reports",
                columns: new[] { "StoryId", "ReceivedTime", "Id" });

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
                name: "IX_positions_Time_Id",
                table: "positions",
                columns: new[] { "Time", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_rejections_DocumentId",
                table: "rejections",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_rejections_ReceivedTime_Id",
                table: "rejections",
                columns: new[] { "ReceivedTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_source_fetches_SourceId_Number",
                table: "source_fetches",
                columns: new[] { "SourceId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_sources_Address",
                table: "sources",
                column: "Address");

            migrationBuilder.CreateIndex(
                name: "IX_sources_NextDueTime",
                table: "sources",
                column: "NextDueTime");

            migrationBuilder.CreateIndex(
                name: "IX_stories_LastTime_Id",
                table: "stories",
                columns: new[] { "LastTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_stories_MergedInto",
                table: "stories",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_stories_MergedSequence",
                table: "stories",
                column: "MergedSequence");

            migrationBuilder.CreateIndex(
                name: "IX_story_reports_ChainId_Revision",
                table: "story_reports",
                columns: new[] { "ChainId", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_story_reports_ChainKey",
                table: "story_reports",
                column: "ChainKey");

            migrationBuilder.CreateIndex(
                name: "IX_story_reports_ReceivedTime",
                table: "story_reports",
                column: "ReceivedTime");

            migrationBuilder.CreateIndex(
                name: "IX_story_reports_Sequence",
                table: "story_reports",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_story_reports_StoryId_Time_ReportId",
                table: "story_reports",
                columns: new[] { "StoryId", "Time", "ReportId" });

            migrationBuilder.CreateIndex(
                name: "IX_uploads_CreateTime_Id",
                table: "uploads",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_uploads_State_CreateTime",
                table: "uploads",
                columns: new[] { "State", "CreateTime" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "positions");

            migrationBuilder.DropTable(
                name: "rejections");

            migrationBuilder.DropTable(
                name: "report_documents");

            migrationBuilder.DropTable(
                name: "source_days");

            migrationBuilder.DropTable(
                name: "source_fetches");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "stories");

            migrationBuilder.DropTable(
                name: "story_reports");

            migrationBuilder.DropTable(
                name: "upload_pieces");

            migrationBuilder.DropTable(
                name: "upload_results");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropIndex(
                name: "IX_reports_DocumentId",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_reports_SourceId_ReceivedTime_Id",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_reports_StoryId_ReceivedTime_Id",
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
