using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AssessmentTracks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AssessmentTracks",
                columns: table => new
                {
                    Assessment = table.Column<int>(type: "INTEGER", nullable: false),
                    Track = table.Column<int>(type: "INTEGER", nullable: false),
                    Lists = table.Column<int>(type: "INTEGER", nullable: false),
                    Log = table.Column<double>(type: "REAL", nullable: false),
                    Geometric = table.Column<double>(type: "REAL", nullable: false),
                    Attention = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentTracks", x => new { x.Assessment, x.Track });
                    table.ForeignKey(
                        name: "FK_AssessmentTracks_Assessments_Assessment",
                        column: x => x.Assessment,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssessmentTracks");
        }
    }
}
