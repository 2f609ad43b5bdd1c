using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Entity.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Identity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "appearances",
                columns: table => new
                {
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    LocalId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    ChainId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Type = table.Column<int>(type: "integer", nullable: false),
                    Strength = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    ShortKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Country = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    BaseId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    EntityId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    Context = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appearances", x => new { x.ReportId, x.LocalId });
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    EntityId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    OtherEntityId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Correction = table.Column<byte[]>(type: "bytea", nullable: false),
                    ChainIds = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mark = table.Column<long>(type: "bigint", nullable: false),
                    IsReverted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entities",
                columns: table => new
                {
                    EntityId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Type = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Country = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsKnown = table.Column<bool>(type: "boolean", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Reader = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    CreatedTime = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Places = table.Column<byte[]>(type: "bytea", nullable: false),
                    Mentions = table.Column<long>(type: "bigint", nullable: false),
                    Reports = table.Column<long>(type: "bigint", nullable: false),
                    MergedInto = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entities", x => x.EntityId);
                });

            migrationBuilder.CreateTable(
                name: "entity_names",
                columns: table => new
                {
                    EntityId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mentions = table.Column<long>(type: "bigint", nullable: false),
                    Reports = table.Column<long>(type: "bigint", nullable: false),
                    Titles = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entity_names", x => new { x.EntityId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "participations",
                columns: table => new
                {
                    ClaimId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    LocalId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    ReportId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    EntityId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Day = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    IsDated = table.Column<bool>(type: "boolean", nullable: false),
                    Class = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participations", x => new { x.ClaimId, x.LocalId, x.Role });
                });

            migrationBuilder.CreateIndex(
                name: "IX_appearances_BaseId",
                table: "appearances",
                column: "BaseId");

            migrationBuilder.CreateIndex(
                name: "IX_appearances_EntityId_Time_ReportId",
                table: "appearances",
                columns: new[] { "EntityId", "Time", "ReportId" });

            migrationBuilder.CreateIndex(
                name: "IX_appearances_Key_Country",
                table: "appearances",
                columns: new[] { "Key", "Country" });

            migrationBuilder.CreateIndex(
                name: "IX_appearances_ShortKey_Time",
                table: "appearances",
                columns: new[] { "ShortKey", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_EntityId_Sequence",
                table: "corrections",
                columns: new[] { "EntityId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_OtherEntityId_Sequence",
                table: "corrections",
                columns: new[] { "OtherEntityId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_Sequence",
                table: "corrections",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entities_Change",
                table: "entities",
                column: "Change");

            migrationBuilder.CreateIndex(
                name: "IX_entities_MergedInto",
                table: "entities",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_participations_EntityId_Day_ClaimId",
                table: "participations",
                columns: new[] { "EntityId", "Day", "ClaimId" });

            migrationBuilder.CreateIndex(
                name: "IX_participations_ReportId",
                table: "participations",
                column: "ReportId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appearances");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "entities");

            migrationBuilder.DropTable(
                name: "entity_names");

            migrationBuilder.DropTable(
                name: "participations");
        }
    }
}
