using Curation.Core.Auditing.Policies;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>What the database itself holds about policies, waivers and approvals, and the policy that a new store starts with.</summary>
[DbContext(typeof(CurationDb))]
[Migration("20261129235951_PolicyGuards")]
internal sealed class PolicyGuards : Migration
{
    /// <summary>Whether an account in {0} is that of an author of a playlist in {1}, or of the person whose account is in {2}, or linked to one of them.</summary>
    private static readonly string[] Triggers =
    [
        """
        CREATE TRIGGER PolicyVersions_no_update BEFORE UPDATE ON PolicyVersions
        BEGIN SELECT RAISE(ABORT, 'A version of the policy never changes; save another.'); END;
        """,
        """
        CREATE TRIGGER PolicyVersions_no_delete BEFORE DELETE ON PolicyVersions
        BEGIN SELECT RAISE(ABORT, 'A version of the policy never goes.'); END;
        """,
        """
        CREATE TRIGGER PolicyVersions_only_grow BEFORE INSERT ON PolicyVersions WHEN NEW.Number <> (SELECT COALESCE(MAX(Number), 0) + 1 FROM PolicyVersions)
        BEGIN SELECT RAISE(ABORT, 'Versions of the policy are counted one by one.'); END;
        """,
        $"""
        CREATE TRIGGER Waivers_four_eyes BEFORE INSERT ON Waivers
        WHEN {Involved("NEW.By", "NEW.Playlist", "''")} OR EXISTS (SELECT 1 FROM Submissions WHERE Playlist = NEW.Playlist AND State = 'Waiting' AND SubmittedBy = NEW.By)
        BEGIN SELECT RAISE(ABORT, 'Nobody lets findings of their own work through.'); END;
        """,
        """
        CREATE TRIGGER Waivers_only_end BEFORE UPDATE ON Waivers
        WHEN OLD.RevokedAt IS NOT NULL OR NEW.Playlist IS NOT OLD.Playlist OR NEW.Key IS NOT OLD.Key OR NEW.Side IS NOT OLD.Side OR NEW.Level IS NOT OLD.Level OR NEW.Bound IS NOT OLD.Bound
          OR NEW.Reason IS NOT OLD.Reason OR NEW.Owner IS NOT OLD.Owner OR NEW.Until IS NOT OLD.Until OR NEW.By IS NOT OLD.By OR NEW.At IS NOT OLD.At
        BEGIN SELECT RAISE(ABORT, 'A waiver is taken back or stays as it is.'); END;
        """,
        """
        CREATE TRIGGER Waivers_no_delete BEFORE DELETE ON Waivers
        BEGIN SELECT RAISE(ABORT, 'A waiver stays on record.'); END;
        """,
        $"""
        CREATE TRIGGER Submissions_one_person_one_vote BEFORE UPDATE OF State, DecidedBy ON Submissions
        WHEN NEW.State IN ('Approved', 'SentBack') AND {Involved("NEW.DecidedBy", "NEW.Playlist", "NEW.SubmittedBy")}
        BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own work, with no account of theirs.'); END;
        """,
        """
        CREATE TRIGGER Submissions_stand_on_an_assessment BEFORE UPDATE OF State ON Submissions
        WHEN NEW.State = 'Approved' AND OLD.State = 'Waiting' AND NOT EXISTS (
            SELECT 1 FROM Assessments WHERE Id = NEW.Assessment AND Revision = NEW.Revision AND RevisionHash = NEW.RevisionHash
              AND ModelHash = NEW.ModelHash AND PolicyVersion = NEW.PolicyVersion AND Listeners = Population)
        BEGIN SELECT RAISE(ABORT, 'An approval stands on a full assessment of the same revision, model and policy.'); END;
        """,
        """
        CREATE TRIGGER Submissions_keep_their_assessment BEFORE UPDATE OF Assessment ON Submissions WHEN OLD.State <> 'Waiting'
        BEGIN SELECT RAISE(ABORT, 'A decision stands; submit again.'); END;
        """,
        $"""
        CREATE TRIGGER Endorsements_four_eyes BEFORE INSERT ON Endorsements
        WHEN {Involved("NEW.By", "(SELECT Playlist FROM Submissions WHERE Id = NEW.Submission)", "(SELECT SubmittedBy FROM Submissions WHERE Id = NEW.Submission)")}
        BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own work, with no account of theirs.'); END;
        """,
        """
        CREATE TRIGGER Endorsements_no_update BEFORE UPDATE ON Endorsements
        BEGIN SELECT RAISE(ABORT, 'A first approval stays on record.'); END;
        """,
        """
        CREATE TRIGGER Endorsements_no_delete BEFORE DELETE ON Endorsements
        BEGIN SELECT RAISE(ABORT, 'A first approval stays on record.'); END;
        """,
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers) migrationBuilder.Sql(trigger);
        var first = new PolicyVersion(1, PolicyVersion.OfThresholds, StartingPolicy.Rules, StartingPolicy.Why, PersonId.Console, DateTimeOffset.UnixEpoch);
        migrationBuilder.Sql(
            $"""INSERT INTO PolicyVersions (Number, Part, Rules, Why, "By", "At", Hash) VALUES (1, '{first.Part}', {Quoted(PolicyJson.Write(StartingPolicy.Rules))}, {Quoted(first.Why)}, '{first.By}', 0, '{first.Hash}');""");
    }

    private static string Involved(string account, string playlist, string submitter) => $"""
        ({account} = {submitter} OR EXISTS (SELECT 1 FROM PlaylistAuthors WHERE Playlist = {playlist} AND Person = {account}) OR
         EXISTS (SELECT 1 FROM LinkedAccounts mine JOIN LinkedAccounts theirs ON theirs.Human = mine.Human
                 WHERE mine.Account = {account} AND (theirs.Account = {submitter} OR theirs.Account IN (SELECT Person FROM PlaylistAuthors WHERE Playlist = {playlist}))))
        """;

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
