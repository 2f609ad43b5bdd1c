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
                name: "rejections");
        }
    }
}
