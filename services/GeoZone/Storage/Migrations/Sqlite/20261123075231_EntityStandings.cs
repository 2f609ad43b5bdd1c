using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.GeoZone.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EntityStandings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "entity_standings",
                columns: table => new
                {
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CanonicalId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Rejected = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entity_standings", x => x.EntityId);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entity_standings");
        }
    }
}
