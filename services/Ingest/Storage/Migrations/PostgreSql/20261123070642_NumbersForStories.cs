using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Ingest.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NumbersForStories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_story_reports",
                table: "story_reports");

            migrationBuilder.DropIndex(
                name: "IX_story_reports_ChainId_Revision",
                table: "story_reports");

            migrationBuilder.DropIndex(
                name: "IX_story_reports_Sequence",
                table: "story_reports");

            migrationBuilder.DropIndex(
                name: "IX_story_reports_StoryId_Time_ReportId",
                table: "story_reports");

            migrationBuilder.DropIndex(
                name: "IX_stories_LastTime_Id",
                table: "stories");

            migrationBuilder.DropIndex(
                name: "IX_reports_StoryId_ReceivedTime_Id",
                table: "reports");

            migrationBuilder.AddColumn<long>(
                name: "StoryNumber",
                table: "story_reports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Number",
                table: "stories",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "reports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddPrimaryKey(
                name: "PK_story_reports",
                table: "story_reports",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "IX_story_reports_StoryNumber_Time",
                table: "story_reports",
                columns: new[] { "StoryNumber", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_stories_LastTime",
                table: "stories",
                column: "LastTime");

            migrationBuilder.CreateIndex(
                name: "IX_reports_Sequence",
                table: "reports",
                column: "Sequence");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_story_reports",
                table: "story_reports");

            migrationBuilder.DropIndex(
                name: "IX_story_reports_StoryNumber_Time",
                table: "story_reports");

            migrationBuilder.DropIndex(
                name: "IX_stories_LastTime",
                table: "stories");

            migrationBuilder.DropIndex(
                name: "IX_reports_Sequence",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "StoryNumber",
                table: "story_reports");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "stories");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "reports");

            migrationBuilder.AddPrimaryKey(
                name: "PK_story_reports",
                table: "story_reports",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_story_reports_ChainId_Revision",
                table: "story_reports",
                columns: new[] { "ChainId", "Revision" },
                unique: true);

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
                name: "IX_stories_LastTime_Id",
                table: "stories",
                columns: new[] { "LastTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reports_StoryId_ReceivedTime_Id",
                table: "reports",
                columns: new[] { "StoryId", "ReceivedTime", "Id" });
        }
    }
}
