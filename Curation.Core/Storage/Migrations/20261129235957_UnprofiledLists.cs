using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class UnprofiledLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Of lists from before nobody noted it: who has profiling off gets the shared one until the next edition.
            migrationBuilder.AddColumn<bool>(
                name: "Unprofiled",
                table: "EditionLists",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Unprofiled",
                table: "EditionLists");
        }
    }
}
