using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Truceline.Ingest.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NumbersOfStoredStories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What is stored gets the numbers that new rows come with.
            migrationBuilder.Sql(
                """
                UPDATE stories SET "Number" = n."First"
                FROM (SELECT "StoryId", MIN("Sequence") AS "First" FROM story_reports GROUP BY "StoryId") AS n WHERE n."StoryId" = stories."Id"
                """);
            migrationBuilder.Sql("""UPDATE story_reports SET "StoryNumber" = s."Number" FROM stories AS s WHERE s."Id" = story_reports."StoryId" """);
            migrationBuilder.Sql("""UPDATE reports SET "Sequence" = w."Sequence" FROM story_reports AS w WHERE w."ReportId" = reports."Id" """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
