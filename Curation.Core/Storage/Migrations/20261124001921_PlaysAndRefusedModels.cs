using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PlaysAndRefusedModels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OverriddenBecause",
                table: "Models",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusedBecause",
                table: "Models",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PlayDeliveries",
                columns: table => new
                {
                    Client = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlayDeliveries", x => new { x.Client, x.Key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlayDeliveries_At",
                table: "PlayDeliveries",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlayDeliveries");

            migrationBuilder.DropColumn(
                name: "OverriddenBecause",
                table: "Models");

            migrationBuilder.DropColumn(
                name: "RefusedBecause",
                table: "Models");
        }
    }
}
