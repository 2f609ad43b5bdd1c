using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Notification.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedStore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "dead_letters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Id",
                table: "dead_letters",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            // Rows of before get a name as unique as their key.
            migrationBuilder.Sql("""UPDATE dead_letters SET "Id" = "Topic" || '~' || "Source" || '~' || "EventId";""");

            migrationBuilder.AddColumn<long>(
                name: "LastReplayTime",
                table: "dead_letters",
                type: "INTEGER",
                nullable: true);

            // Sequences are counted up by the writer from now on. The column stays as it is: rebuilding the table would split this migration into
            // several transactions, and a process killed between them would never start again.
            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.Name);
                });

            migrationBuilder.Sql("""INSERT INTO counters ("Name", "Value") VALUES ('alerts', COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'alerts'), 0));""");

            migrationBuilder.CreateTable(
                name: "event_failures",
                columns: table => new
                {
                    Topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTime = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_failures", x => new { x.Topic, x.Source, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ExpiresTime = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dead_letters_Id",
                table: "dead_letters",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dead_letters_ReceivedTime_Id",
                table: "dead_letters",
                columns: new[] { "ReceivedTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_event_failures_LastTime",
                table: "event_failures",
                column: "LastTime");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "event_failures");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropIndex(
                name: "IX_dead_letters_Id",
                table: "dead_letters");

            migrationBuilder.DropIndex(
                name: "IX_dead_letters_ReceivedTime_Id",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "LastReplayTime",
                table: "dead_letters");
        }
    }
}
