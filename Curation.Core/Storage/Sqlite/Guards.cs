using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>Rules that the database itself holds, whatever program writes to it.</summary>
[DbContext(typeof(CurationDb))]
[Migration("20261123235959_Guards")]
internal sealed class Guards : Migration
{
    private static readonly string[] Triggers =
    [
        """
        CREATE TRIGGER AuditLog_no_update BEFORE UPDATE ON AuditLog
        BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
        """,
        """
        CREATE TRIGGER AuditLog_no_delete BEFORE DELETE ON AuditLog
        BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
        """,
        """
        CREATE TRIGGER Submissions_four_eyes BEFORE UPDATE OF State, DecidedBy ON Submissions
        WHEN NEW.State IN ('Approved', 'SentBack') AND
             (NEW.DecidedBy IS NULL OR NEW.DecidedBy = NEW.SubmittedBy OR
              EXISTS (SELECT 1 FROM PlaylistAuthors WHERE Playlist = NEW.Playlist AND Person = NEW.DecidedBy))
        BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own work.'); END;
        """,
        """
        CREATE TRIGGER Submissions_are_born_waiting BEFORE INSERT ON Submissions WHEN NEW.State <> 'Waiting'
        BEGIN SELECT RAISE(ABORT, 'A submission starts out waiting.'); END;
        """,
        """
        CREATE TRIGGER Submissions_are_decided_once BEFORE UPDATE OF State, DecidedBy, Revision, RevisionHash, ModelHash, PolicyVersion ON Submissions WHEN OLD.State <> 'Waiting'
        BEGIN SELECT RAISE(ABORT, 'A decision stands; submit again.'); END;
        """,
        """
        CREATE TRIGGER Revisions_frozen BEFORE UPDATE ON Revisions WHEN OLD.Frozen = 1
        BEGIN SELECT RAISE(ABORT, 'A submitted revision never changes.'); END;
        """,
        """
        CREATE TRIGGER Editions_immutable BEFORE UPDATE OF Hash, Revision, RevisionHash, ModelHash, PolicyVersion, Submission, ListCount ON Editions WHEN OLD.Hash <> ''
        BEGIN SELECT RAISE(ABORT, 'An edition never changes once it is complete.'); END;
        """,
        """
        CREATE TRIGGER EditionLists_immutable BEFORE UPDATE ON EditionLists
        BEGIN SELECT RAISE(ABORT, 'A published list never changes.'); END;
        """,
        """
        CREATE TRIGGER EditionLists_complete BEFORE INSERT ON EditionLists WHEN (SELECT Hash FROM Editions WHERE Id = NEW.Edition) <> ''
        BEGIN SELECT RAISE(ABORT, 'An edition never changes once it is complete.'); END;
        """,
        """
        CREATE TRIGGER Editions_need_approval BEFORE INSERT ON Editions WHEN COALESCE((SELECT State FROM Submissions WHERE Id = NEW.Submission), '') <> 'Approved'
        BEGIN SELECT RAISE(ABORT, 'Only an approved submission can be published.'); END;
        """,
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers) migrationBuilder.Sql(trigger);
    }
}
