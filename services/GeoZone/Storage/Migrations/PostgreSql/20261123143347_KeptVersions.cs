using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.GeoZone.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class KeptVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ZonesRevision",
                table: "agreements",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "kept_names",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "character varying(127)", maxLength: 127, nullable: false, collation: "C"),
                    NamedKind = table.Column<int>(type: "integer", nullable: false),
                    NamedId = table.Column<string>(type: "character varying(127)", maxLength: 127, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_names", x => new { x.Kind, x.Id, x.NamedKind, x.NamedId });
                });

            migrationBuilder.CreateTable(
                name: "kept_objects",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "character varying(127)", maxLength: 127, nullable: false, collation: "C"),
                    AgreementId = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false, collation: "C"),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    ChangeNumber = table.Column<long>(type: "bigint", nullable: false),
                    ChangedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_objects", x => new { x.Kind, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "kept_versions",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "character varying(127)", maxLength: 127, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    AgreementId = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false, collation: "C"),
                    FirstDay = table.Column<int>(type: "integer", nullable: false),
                    LastDay = table.Column<int>(type: "integer", nullable: false),
                    KnownFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    KnownTo = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<string>(type: "character varying(127)", maxLength: 127, nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_versions", x => new { x.Kind, x.Id, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_kept_names_NamedKind_NamedId",
                table: "kept_names",
                columns: new[] { "NamedKind", "NamedId" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_objects_ChangeNumber",
                table: "kept_objects",
                column: "ChangeNumber");

            migrationBuilder.CreateIndex(
                name: "IX_kept_versions_AgreementId_Kind_KnownTo",
                table: "kept_versions",
                columns: new[] { "AgreementId", "Kind", "KnownTo" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_versions_Kind_KnownTo_Id",
                table: "kept_versions",
                columns: new[] { "Kind", "KnownTo", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_names");

            migrationBuilder.DropTable(
                name: "kept_objects");

            migrationBuilder.DropTable(
                name: "kept_versions");

            migrationBuilder.DropColumn(
                name: "ZonesRevision",
                table: "agreements");
        }
    }
}
