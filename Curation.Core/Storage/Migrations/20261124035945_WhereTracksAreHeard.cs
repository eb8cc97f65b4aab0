using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class WhereTracksAreHeard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MediaPath",
                table: "Tracks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreviewUrl",
                table: "Tracks",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MediaPath",
                table: "Tracks");

            migrationBuilder.DropColumn(
                name: "PreviewUrl",
                table: "Tracks");
        }
    }
}
