using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ListenersAndGrounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ExplicitStated",
                table: "Tracks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Of the others nobody noted whether a source said no or nothing.
            migrationBuilder.Sql("""UPDATE "Tracks" SET "ExplicitStated" = "Explicit" WHERE "Explicit";""");

            migrationBuilder.AddColumn<bool>(
                name: "ExcludesExplicit",
                table: "Listeners",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "Assessments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ExplicitStated",
                table: "Tracks");

            migrationBuilder.DropColumn(
                name: "ExcludesExplicit",
                table: "Listeners");

            migrationBuilder.DropColumn(
                name: "Ground",
                table: "Assessments");
        }
    }
}
