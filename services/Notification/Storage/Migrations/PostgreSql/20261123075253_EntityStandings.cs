using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Notification.Storage.Migrations.PostgreSql
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
                    EntityId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    CanonicalId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Country = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Rejected = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
