using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.GeoZone.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tracks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fences",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PutTime = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "track_changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_track_changes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "track_fixes",
                columns: table => new
                {
                    PositionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: false),
                    RadiusM = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_track_fixes", x => x.PositionId);
                });

            migrationBuilder.CreateTable(
                name: "track_transitions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Teller = table.Column<int>(type: "INTEGER", nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FenceId = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_track_transitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "tracks",
                columns: table => new
                {
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LastTime = table.Column<long>(type: "INTEGER", nullable: false),
                    LastLatitude = table.Column<double>(type: "REAL", nullable: false),
                    LastLongitude = table.Column<double>(type: "REAL", nullable: false),
                    LastRadiusM = table.Column<double>(type: "REAL", nullable: false),
                    West = table.Column<double>(type: "REAL", nullable: false),
                    South = table.Column<double>(type: "REAL", nullable: false),
                    East = table.Column<double>(type: "REAL", nullable: false),
                    North = table.Column<double>(type: "REAL", nullable: false),
                    Basis = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracks", x => x.ObjectId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_track_changes_RecordedTime",
                table: "track_changes",
                column: "RecordedTime");

            migrationBuilder.CreateIndex(
                name: "IX_track_fixes_ObjectId_Time",
                table: "track_fixes",
                columns: new[] { "ObjectId", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_track_fixes_Time",
                table: "track_fixes",
                column: "Time");

            migrationBuilder.CreateIndex(
                name: "IX_track_transitions_ObjectId_Time",
                table: "track_transitions",
                columns: new[] { "ObjectId", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_track_transitions_Time_Id",
                table: "track_transitions",
                columns: new[] { "Time", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_tracks_LastTime",
                table: "tracks",
                column: "LastTime");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fences");

            migrationBuilder.DropTable(
                name: "track_changes");

            migrationBuilder.DropTable(
                name: "track_fixes");

            migrationBuilder.DropTable(
                name: "track_transitions");

            migrationBuilder.DropTable(
                name: "tracks");
        }
    }
}
