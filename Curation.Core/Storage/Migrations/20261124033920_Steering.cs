using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Steering : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Genre",
                table: "Refusals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PlaylistShares",
                columns: table => new
                {
                    Playlist = table.Column<int>(type: "INTEGER", nullable: false),
                    Shares_Bridges = table.Column<int>(type: "INTEGER", nullable: false),
                    Shares_Core = table.Column<int>(type: "INTEGER", nullable: false),
                    Shares_LongTail = table.Column<int>(type: "INTEGER", nullable: false),
                    Shares_NewVoices = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaylistShares", x => x.Playlist);
                    table.ForeignKey(
                        name: "FK_PlaylistShares_Playlists_Playlist",
                        column: x => x.Playlist,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Steers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Playlist = table.Column<int>(type: "INTEGER", nullable: false),
                    MoreLike = table.Column<int>(type: "INTEGER", nullable: true),
                    LessOf = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Steers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Steers_Artists_LessOf",
                        column: x => x.LessOf,
                        principalTable: "Artists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Steers_Playlists_Playlist",
                        column: x => x.Playlist,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Steers_Tracks_MoreLike",
                        column: x => x.MoreLike,
                        principalTable: "Tracks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Refusals_Genre",
                table: "Refusals",
                column: "Genre");

            migrationBuilder.CreateIndex(
                name: "IX_Steers_LessOf",
                table: "Steers",
                column: "LessOf");

            migrationBuilder.CreateIndex(
                name: "IX_Steers_MoreLike",
                table: "Steers",
                column: "MoreLike");

            migrationBuilder.CreateIndex(
                name: "IX_Steers_Playlist_LessOf",
                table: "Steers",
                columns: new[] { "Playlist", "LessOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Steers_Playlist_MoreLike",
                table: "Steers",
                columns: new[] { "Playlist", "MoreLike" },
                unique: true);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlaylistShares");

            migrationBuilder.DropTable(
                name: "Steers");

            migrationBuilder.DropIndex(
                name: "IX_Refusals_Genre",
                table: "Refusals");

            migrationBuilder.DropColumn(
                name: "Genre",
                table: "Refusals");
        }
    }
}
