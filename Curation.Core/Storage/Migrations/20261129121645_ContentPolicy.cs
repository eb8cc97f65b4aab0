using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Curation.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ContentPolicy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AllowedIn",
                table: "Tracks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedIn",
                table: "Tracks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rights",
                table: "Tracks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "RightsHolder",
                table: "Tracks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContentCases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Playlist = table.Column<int>(type: "INTEGER", nullable: true),
                    Track = table.Column<int>(type: "INTEGER", nullable: true),
                    Written = table.Column<bool>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<int>(type: "INTEGER", nullable: false),
                    RulesVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentCases_Playlists_Playlist",
                        column: x => x.Playlist,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentCases_Tracks_Track",
                        column: x => x.Track,
                        principalTable: "Tracks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentRulesVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Lexicon = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentRulesVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "ContentAppeals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Case = table.Column<int>(type: "INTEGER", nullable: false),
                    Side = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentAppeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentAppeals_ContentCases_Case",
                        column: x => x.Case,
                        principalTable: "ContentCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutsideReports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Case = table.Column<int>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", nullable: false),
                    Where = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Program = table.Column<string>(type: "TEXT", nullable: true),
                    DeliveryKey = table.Column<string>(type: "TEXT", nullable: true),
                    DeliveryHash = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsideReports_ContentCases_Case",
                        column: x => x.Case,
                        principalTable: "ContentCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Case = table.Column<int>(type: "INTEGER", nullable: false),
                    Appeal = table.Column<int>(type: "INTEGER", nullable: true),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Everywhere = table.Column<bool>(type: "INTEGER", nullable: false),
                    Territories = table.Column<string>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentDecisions_ContentAppeals_Appeal",
                        column: x => x.Appeal,
                        principalTable: "ContentAppeals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentDecisions_ContentCases_Case",
                        column: x => x.Case,
                        principalTable: "ContentCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContentAppeals_Case_Side",
                table: "ContentAppeals",
                columns: new[] { "Case", "Side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentCases_Playlist_Key",
                table: "ContentCases",
                columns: new[] { "Playlist", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentCases_State_OpenedAt",
                table: "ContentCases",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentCases_Track",
                table: "ContentCases",
                column: "Track");

            migrationBuilder.CreateIndex(
                name: "IX_ContentDecisions_Appeal",
                table: "ContentDecisions",
                column: "Appeal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentDecisions_Case",
                table: "ContentDecisions",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideReports_Case",
                table: "OutsideReports",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideReports_Program_DeliveryKey",
                table: "OutsideReports",
                columns: new[] { "Program", "DeliveryKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsideReports_Reference",
                table: "OutsideReports",
                column: "Reference",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContentDecisions");

            migrationBuilder.DropTable(
                name: "ContentRulesVersions");

            migrationBuilder.DropTable(
                name: "OutsideReports");

            migrationBuilder.DropTable(
                name: "ContentAppeals");

            migrationBuilder.DropTable(
                name: "ContentCases");

            migrationBuilder.DropColumn(
                name: "AllowedIn",
                table: "Tracks");

            migrationBuilder.DropColumn(
                name: "BlockedIn",
                table: "Tracks");

            migrationBuilder.DropColumn(
                name: "Rights",
                table: "Tracks");

            migrationBuilder.DropColumn(
                name: "RightsHolder",
                table: "Tracks");
        }
    }
}
