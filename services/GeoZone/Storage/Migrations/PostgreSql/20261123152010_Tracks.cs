using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.GeoZone.Storage.Migrations.PostgreSql
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
                    Id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    PutTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "track_changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    RecordedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_track_changes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "track_fixes",
                columns: table => new
                {
                    PositionId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ObjectId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Latitude = table.Column<double>(type: "double precision", nullable: false),
                    Longitude = table.Column<double>(type: "double precision", nullable: false),
                    RadiusM = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_track_fixes", x => x.PositionId);
                });

            migrationBuilder.CreateTable(
                name: "track_transitions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Teller = table.Column<int>(type: "integer", nullable: false),
                    ObjectId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    FenceId = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false, collation: "C"),
                    Area = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: false, collation: "C"),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsCancelled = table.Column<bool>(type: "boolean", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_track_transitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "tracks",
                columns: table => new
                {
                    ObjectId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Stamp = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    LastTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastLatitude = table.Column<double>(type: "double precision", nullable: false),
                    LastLongitude = table.Column<double>(type: "double precision", nullable: false),
                    LastRadiusM = table.Column<double>(type: "double precision", nullable: false),
                    West = table.Column<double>(type: "double precision", nullable: false),
                    South = table.Column<double>(type: "double precision", nullable: false),
                    East = table.Column<double>(type: "double precision", nullable: false),
                    North = table.Column<double>(type: "double precision", nullable: false),
                    Basis = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<byte[]>(type: "bytea", nullable: false)
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
