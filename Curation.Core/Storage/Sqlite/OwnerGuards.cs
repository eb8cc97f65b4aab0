using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>Who owns a playlist has no say about it either, whether or not they wrote in it: the triggers of <see cref="PolicyGuards"/> and <see cref="ContentGuards"/> that held this of its authors alone hold it of its owner too.</summary>
[DbContext(typeof(CurationDb))]
[Migration("20261129235955_OwnerGuards")]
internal sealed class OwnerGuards : Migration
{
    private static readonly (string Name, string Trigger)[] Triggers =
    [
        ("Waivers_four_eyes", $"""
        CREATE TRIGGER Waivers_four_eyes BEFORE INSERT ON Waivers
        WHEN {Involved("NEW.By", "NEW.Playlist", "''")} OR EXISTS (SELECT 1 FROM Submissions WHERE Playlist = NEW.Playlist AND State = 'Waiting' AND SubmittedBy = NEW.By)
        BEGIN SELECT RAISE(ABORT, 'Nobody lets findings of their own work through.'); END;
        """),
        ("Submissions_one_person_one_vote", $"""
        CREATE TRIGGER Submissions_one_person_one_vote BEFORE UPDATE OF State, DecidedBy ON Submissions
        WHEN NEW.State IN ('Approved', 'SentBack') AND {Involved("NEW.DecidedBy", "NEW.Playlist", "NEW.SubmittedBy")}
        BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own work, with no account of theirs.'); END;
        """),
        ("Endorsements_four_eyes", $"""
        CREATE TRIGGER Endorsements_four_eyes BEFORE INSERT ON Endorsements
        WHEN {Involved("NEW.By", "(SELECT Playlist FROM Submissions WHERE Id = NEW.Submission)", "(SELECT SubmittedBy FROM Submissions WHERE Id = NEW.Submission)")}
        BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own work, with no account of theirs.'); END;
        """),
        ("ContentDecisions_not_own", """
        CREATE TRIGGER ContentDecisions_not_own BEFORE INSERT ON ContentDecisions
        WHEN EXISTS (SELECT 1 FROM PlaylistAuthors JOIN ContentCases ON ContentCases.Playlist = PlaylistAuthors.Playlist WHERE ContentCases.Id = NEW."Case" AND PlaylistAuthors.Person = NEW."By")
          OR EXISTS (SELECT 1 FROM Playlists JOIN ContentCases ON ContentCases.Playlist = Playlists.Id WHERE ContentCases.Id = NEW."Case" AND Playlists.Owner = NEW."By")
          OR EXISTS (SELECT 1 FROM OutsideReports WHERE OutsideReports."Case" = NEW."Case" AND OutsideReports.Person = NEW."By")
        BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own work or report.'); END;
        """),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (name, trigger) in Triggers)
        {
            migrationBuilder.Sql($"DROP TRIGGER {name};");
            migrationBuilder.Sql(trigger);
        }
    }

    private static string Involved(string account, string playlist, string submitter)
    {
        var people = $"(SELECT Person FROM PlaylistAuthors WHERE Playlist = {playlist} UNION ALL SELECT Owner FROM Playlists WHERE Id = {playlist} UNION ALL SELECT {submitter})";
        return $"""
            ({account} IN {people} OR
             EXISTS (SELECT 1 FROM LinkedAccounts mine JOIN LinkedAccounts theirs ON theirs.Human = mine.Human WHERE mine.Account = {account} AND theirs.Account IN {people}))
            """;
    }
}
