using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ClocksMediaAndVersions : Migration
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

            migrationBuilder.CreateTable(
                name: "ClockTemplates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Clock = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VersionVerdicts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    One = table.Column<int>(type: "INTEGER", nullable: false),
                    Other = table.Column<int>(type: "INTEGER", nullable: false),
                    Says = table.Column<string>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    TakenBackBy = table.Column<string>(type: "TEXT", nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionVerdicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VersionVerdicts_Tracks_One",
                        column: x => x.One,
                        principalTable: "Tracks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_VersionVerdicts_Tracks_Other",
                        column: x => x.Other,
                        principalTable: "Tracks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WideEdits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    With = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    PlacesJson = table.Column<string>(type: "TEXT", nullable: false),
                    PlaceCount = table.Column<int>(type: "INTEGER", nullable: false),
                    PlaylistCount = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackBy = table.Column<string>(type: "TEXT", nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WideEdits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrackBlocks",
                columns: table => new
                {
                    Track = table.Column<int>(type: "INTEGER", nullable: false),
                    WideEdit = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackBlocks", x => new { x.Track, x.WideEdit });
                    table.ForeignKey(
                        name: "FK_TrackBlocks_Tracks_Track",
                        column: x => x.Track,
                        principalTable: "Tracks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TrackBlocks_WideEdits_WideEdit",
                        column: x => x.WideEdit,
                        principalTable: "WideEdits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClockTemplates_Name",
                table: "ClockTemplates",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackBlocks_WideEdit",
                table: "TrackBlocks",
                column: "WideEdit");

            migrationBuilder.CreateIndex(
                name: "IX_VersionVerdicts_Act",
                table: "VersionVerdicts",
                column: "Act");

            migrationBuilder.CreateIndex(
                name: "IX_VersionVerdicts_OneHolds",
                table: "VersionVerdicts",
                columns: new[] { "One", "Other" },
                unique: true,
                filter: "\"TakenBackAt\" IS NULL AND \"One\" <> \"Other\"");

            migrationBuilder.CreateIndex(
                name: "IX_VersionVerdicts_Other",
                table: "VersionVerdicts",
                column: "Other");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClockTemplates");

            migrationBuilder.DropTable(
                name: "TrackBlocks");

            migrationBuilder.DropTable(
                name: "VersionVerdicts");

            migrationBuilder.DropTable(
                name: "WideEdits");

            migrationBuilder.DropColumn(
                name: "MediaPath",
                table: "Tracks");

            migrationBuilder.DropColumn(
                name: "PreviewUrl",
                table: "Tracks");
        }
    }
}
