using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Ingest.Storage.Migrations.Sqlite
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
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "DocumentId",
                table: "reports",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ErasedTime",
                table: "reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalId",
                table: "reports",
                type: "TEXT",
                maxLength: 2048,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Format",
                table: "reports",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ItemPath",
                table: "reports",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "reports",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "Map",
                table: "reports",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Revises",
                table: "reports",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SourceId",
                table: "reports",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StoryId",
                table: "reports",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Updated",
                table: "reports",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Withdrawn",
                table: "reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SizeBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Encoding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hints = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReceivedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UploadId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ErasedTime = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "positions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_positions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rejections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ItemPath = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ItemIndex = table.Column<long>(type: "INTEGER", nullable: false),
                    Violations = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Original = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReceivedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastReplayTime = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rejections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "report_documents",
                columns: table => new
                {
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_documents", x => new { x.ReportId, x.DocumentId });
                });

            migrationBuilder.CreateTable(
                name: "source_days",
                columns: table => new
                {
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Items = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_days", x => new { x.SourceId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "source_fetches",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    StartTime = table.Column<long>(type: "INTEGER", nullable: false),
                    DurationSeconds = table.Column<double>(type: "REAL", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false),
                    SizeBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AcceptedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RevisedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RejectedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_fetches", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    RegisteredAddress = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false),
                    ExpectedFormat = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    IntervalSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Cron = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Outlet = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Reliability = table.Column<int>(type: "INTEGER", nullable: false),
                    Paused = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    CreateTime = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdateTime = table.Column<long>(type: "INTEGER", nullable: false),
                    ETag = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    LastModified = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ValidatorsAddress = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false),
                    BodyHash = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ConsecutiveFailures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LastSuccessTime = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAttemptTime = table.Column<long>(type: "INTEGER", nullable: true),
                    NextDueTime = table.Column<long>(type: "INTEGER", nullable: true),
                    IsGone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stories",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FirstTime = table.Column<long>(type: "INTEGER", nullable: false),
                    LastTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    Origins = table.Column<int>(type: "INTEGER", nullable: false),
                    Agencies = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    MergedInto = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    MergedSequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "story_reports",
                columns: table => new
                {
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReceivedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChainKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ChainId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Published = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Updated = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_reports", x => x.ReportId);
                });

            migrationBuilder.CreateTable(
                name: "upload_pieces",
                columns: table => new
                {
                    UploadId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload_pieces", x => new { x.UploadId, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "upload_results",
                columns: table => new
                {
                    UploadId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstIndex = table.Column<long>(type: "INTEGER", nullable: false),
                    EndIndex = table.Column<long>(type: "INTEGER", nullable: false),
                    Results = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload_results", x => new { x.UploadId, x.FirstIndex });
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hints = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SizeBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessedBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AcceptedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownCount = table.Column<long>(type: "INTEGER", nullable: false),
                    RevisedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    RejectedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Fault = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreateTime = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdateTime = table.Column<long>(type: "INTEGER", nullable: false)
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
