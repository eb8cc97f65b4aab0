using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>Rules of the content policy that the database itself holds: versions and decisions never change, nobody decides on their own work or report, and an appeal is answered by somebody who has not decided before.</summary>
[DbContext(typeof(CurationDb))]
[Migration("20261129235940_ContentGuards")]
internal sealed class ContentGuards : Migration
{
    private static readonly string[] Triggers =
    [
        """
        CREATE TRIGGER ContentRulesVersions_no_update BEFORE UPDATE ON ContentRulesVersions
        BEGIN SELECT RAISE(ABORT, 'A version of the content policy never changes.'); END;
        """,
        """
        CREATE TRIGGER ContentRulesVersions_no_delete BEFORE DELETE ON ContentRulesVersions
        BEGIN SELECT RAISE(ABORT, 'A version of the content policy never changes.'); END;
        """,
        """
        CREATE TRIGGER ContentDecisions_no_update BEFORE UPDATE ON ContentDecisions
        BEGIN SELECT RAISE(ABORT, 'A decision stands; another follows it.'); END;
        """,
        """
        CREATE TRIGGER ContentDecisions_no_delete BEFORE DELETE ON ContentDecisions
        BEGIN SELECT RAISE(ABORT, 'A decision stands; another follows it.'); END;
        """,
        """
        CREATE TRIGGER ContentDecisions_not_own BEFORE INSERT ON ContentDecisions
        WHEN EXISTS (SELECT 1 FROM PlaylistAuthors JOIN ContentCases ON ContentCases.Playlist = PlaylistAuthors.Playlist WHERE ContentCases.Id = NEW."Case" AND PlaylistAuthors.Person = NEW."By")
          OR EXISTS (SELECT 1 FROM OutsideReports WHERE OutsideReports."Case" = NEW."Case" AND OutsideReports.Person = NEW."By")
        BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own work or report.'); END;
        """,
        """
        CREATE TRIGGER ContentDecisions_once BEFORE INSERT ON ContentDecisions
        WHEN NEW.Appeal IS NULL AND EXISTS (SELECT 1 FROM ContentDecisions WHERE "Case" = NEW."Case")
        BEGIN SELECT RAISE(ABORT, 'A case is decided once; an appeal comes before another decision.'); END;
        """,
        """
        CREATE TRIGGER ContentDecisions_by_another BEFORE INSERT ON ContentDecisions
        WHEN NEW.Appeal IS NOT NULL AND
             (EXISTS (SELECT 1 FROM ContentDecisions WHERE "Case" = NEW."Case" AND "By" = NEW."By") OR
              NOT EXISTS (SELECT 1 FROM ContentAppeals WHERE Id = NEW.Appeal AND "Case" = NEW."Case" AND COALESCE("By", '') <> NEW."By"))
        BEGIN SELECT RAISE(ABORT, 'An appeal is answered by somebody who has not decided before.'); END;
        """,
        """
        CREATE TRIGGER ContentAppeals_answered_once BEFORE UPDATE ON ContentAppeals WHEN OLD.State <> 'Waiting'
        BEGIN SELECT RAISE(ABORT, 'An appeal is answered once.'); END;
        """,
        """
        CREATE TRIGGER ContentAppeals_are_born_waiting BEFORE INSERT ON ContentAppeals WHEN NEW.State <> 'Waiting'
        BEGIN SELECT RAISE(ABORT, 'An appeal starts out waiting.'); END;
        """,
        """
        CREATE TRIGGER ContentCases_are_born_open BEFORE INSERT ON ContentCases WHEN NEW.State <> 'Open'
        BEGIN SELECT RAISE(ABORT, 'A case starts out open.'); END;
        """,
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers) migrationBuilder.Sql(trigger);
    }
}
