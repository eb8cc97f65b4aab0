using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>An assessment is evidence: the database itself takes new ones and lets none be changed or removed.</summary>
[DbContext(typeof(CurationDb))]
[Migration("20261129235903_AssessmentGuards")]
internal sealed class AssessmentGuards : Migration
{
    private static readonly string[] Triggers =
    [
        """
        CREATE TRIGGER Assessments_no_update BEFORE UPDATE ON Assessments
        BEGIN SELECT RAISE(ABORT, 'An assessment never changes; measure again.'); END;
        """,
        """
        CREATE TRIGGER Assessments_no_delete BEFORE DELETE ON Assessments
        BEGIN SELECT RAISE(ABORT, 'An assessment is never removed.'); END;
        """,
        """
        CREATE TRIGGER AssessmentTracks_no_update BEFORE UPDATE ON AssessmentTracks
        BEGIN SELECT RAISE(ABORT, 'An assessment never changes; measure again.'); END;
        """,
        """
        CREATE TRIGGER AssessmentTracks_no_delete BEFORE DELETE ON AssessmentTracks
        BEGIN SELECT RAISE(ABORT, 'An assessment is never removed.'); END;
        """,
        """
        CREATE TRIGGER AssessmentTracks_of_the_newest BEFORE INSERT ON AssessmentTracks WHEN NEW.Assessment <> (SELECT MAX(Id) FROM Assessments)
        BEGIN SELECT RAISE(ABORT, 'An assessment never changes once another was made.'); END;
        """,
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers) migrationBuilder.Sql(trigger);
    }
}
