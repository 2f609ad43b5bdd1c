using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Entity.Storage.Migrations.Sqlite
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
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LocalId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ChainId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Strength = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ShortKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    BaseId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Context = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appearances", x => new { x.ReportId, x.LocalId });
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    OtherEntityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Correction = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChainIds = table.Column<string>(type: "TEXT", nullable: false),
                    Mark = table.Column<long>(type: "INTEGER", nullable: false),
                    IsReverted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entities",
                columns: table => new
                {
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    IsKnown = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reader = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CreatedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Places = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mentions = table.Column<long>(type: "INTEGER", nullable: false),
                    Reports = table.Column<long>(type: "INTEGER", nullable: false),
                    MergedInto = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Change = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entities", x => x.EntityId);
                });

            migrationBuilder.CreateTable(
                name: "entity_names",
                columns: table => new
                {
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Mentions = table.Column<long>(type: "INTEGER", nullable: false),
                    Reports = table.Column<long>(type: "INTEGER", nullable: false),
                    Titles = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entity_names", x => new { x.EntityId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "participations",
                columns: table => new
                {
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LocalId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Day = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    IsDated = table.Column<bool>(type: "INTEGER", nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
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
