using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>What the database itself holds about impact assessments and advice: answers are fixed once they are put to signature, nobody signs what they answered, and no advice is closed without a response.</summary>
[DbContext(typeof(CurationDb))]
[Migration("20261129235945_ImpactGuards")]
internal sealed class ImpactGuards : Migration
{
    private static readonly string[] Triggers =
    [
        """
        CREATE TRIGGER ImpactVersions_are_born_open BEFORE INSERT ON ImpactVersions WHEN NEW.State <> 'Answering'
        BEGIN SELECT RAISE(ABORT, 'An impact assessment starts out being answered.'); END;
        """,
        """
        CREATE TRIGGER ImpactVersions_closed BEFORE UPDATE ON ImpactVersions WHEN OLD.State IN ('Signed', 'SentBack')
        BEGIN SELECT RAISE(ABORT, 'A closed version of an impact assessment never changes.'); END;
        """,
        """
        CREATE TRIGGER ImpactVersions_put BEFORE UPDATE ON ImpactVersions WHEN OLD.State = 'Signing' AND
             (NEW.State = 'Answering' OR NEW.Hash <> OLD.Hash OR NEW.Level IS NOT OLD.Level OR NEW.Risk <> OLD.Risk OR NEW.Mitigation <> OLD.Mitigation
              OR NEW.Questionnaire <> OLD.Questionnaire OR NEW.Playlist IS NOT OLD.Playlist OR NEW.Number <> OLD.Number OR NEW.RecipeHash <> OLD.RecipeHash OR NEW.ModelHash <> OLD.ModelHash)
        BEGIN SELECT RAISE(ABORT, 'What is put to signature never changes.'); END;
        """,
        """
        CREATE TRIGGER ImpactVersions_steps BEFORE UPDATE OF State ON ImpactVersions WHEN
             (NEW.State IN ('Signed', 'SentBack') AND OLD.State <> 'Signing') OR (NEW.State = 'Signing' AND (NEW.Level IS NULL OR length(NEW.Hash) <> 64))
        BEGIN SELECT RAISE(ABORT, 'An impact assessment is answered, then put to signature, then signed or sent back.'); END;
        """,
        """
        CREATE TRIGGER ImpactVersions_signed BEFORE UPDATE OF State ON ImpactVersions WHEN NEW.State = 'Signed' AND
             ((SELECT COUNT(*) FROM ImpactSignatures WHERE Version = NEW.Id AND Role = 'Reviewer') < CASE WHEN NEW.Level >= 3 THEN 2 ELSE 1 END
              OR (NEW.Level >= 4 AND NOT EXISTS (SELECT 1 FROM ImpactSignatures WHERE Version = NEW.Id AND Role = 'Admin')))
        BEGIN SELECT RAISE(ABORT, 'Signatures that the level needs are missing.'); END;
        """,
        """
        CREATE TRIGGER ImpactVersions_no_delete BEFORE DELETE ON ImpactVersions
        BEGIN SELECT RAISE(ABORT, 'Versions of an impact assessment are kept.'); END;
        """,
        """
        CREATE TRIGGER ImpactAnswers_insert BEFORE INSERT ON ImpactAnswers WHEN (SELECT State FROM ImpactVersions WHERE Id = NEW.Version) <> 'Answering'
        BEGIN SELECT RAISE(ABORT, 'What is put to signature never changes.'); END;
        """,
        """
        CREATE TRIGGER ImpactAnswers_update BEFORE UPDATE ON ImpactAnswers WHEN NEW.Version <> OLD.Version OR (SELECT State FROM ImpactVersions WHERE Id = OLD.Version) <> 'Answering'
        BEGIN SELECT RAISE(ABORT, 'What is put to signature never changes.'); END;
        """,
        """
        CREATE TRIGGER ImpactAnswers_delete BEFORE DELETE ON ImpactAnswers
        BEGIN SELECT RAISE(ABORT, 'Answers are kept.'); END;
        """,
        """
        CREATE TRIGGER ImpactAuthors_update BEFORE UPDATE ON ImpactAuthors
        BEGIN SELECT RAISE(ABORT, 'Who answered stays on record.'); END;
        """,
        """
        CREATE TRIGGER ImpactAuthors_delete BEFORE DELETE ON ImpactAuthors
        BEGIN SELECT RAISE(ABORT, 'Who answered stays on record.'); END;
        """,
        """
        CREATE TRIGGER ImpactSignatures_insert BEFORE INSERT ON ImpactSignatures WHEN
             NOT EXISTS (SELECT 1 FROM ImpactVersions WHERE Id = NEW.Version AND State = 'Signing' AND Hash = NEW.Hash)
        BEGIN SELECT RAISE(ABORT, 'A signature is for exactly what was put to signature.'); END;
        """,
        """
        CREATE TRIGGER ImpactSignatures_four_eyes BEFORE INSERT ON ImpactSignatures WHEN
             EXISTS (SELECT 1 FROM ImpactAuthors WHERE Version = NEW.Version AND Person = NEW.Person)
             OR EXISTS (SELECT 1 FROM ImpactVersions JOIN PlaylistAuthors ON PlaylistAuthors.Playlist = ImpactVersions.Playlist
                        WHERE ImpactVersions.Id = NEW.Version AND ImpactVersions.Level >= 2 AND PlaylistAuthors.Person = NEW.Person)
        BEGIN SELECT RAISE(ABORT, 'Nobody signs their own work.'); END;
        """,
        """
        CREATE TRIGGER ImpactSignatures_role BEFORE INSERT ON ImpactSignatures WHEN
             NOT EXISTS (SELECT 1 FROM AspNetUserRoles JOIN AspNetRoles ON AspNetRoles.Id = AspNetUserRoles.RoleId WHERE AspNetUserRoles.UserId = NEW.Person AND AspNetRoles.Name = NEW.Role)
        BEGIN SELECT RAISE(ABORT, 'Nobody signs in a role that they do not have.'); END;
        """,
        """
        CREATE TRIGGER ImpactSignatures_update BEFORE UPDATE ON ImpactSignatures
        BEGIN SELECT RAISE(ABORT, 'A signature stands.'); END;
        """,
        """
        CREATE TRIGGER ImpactSignatures_delete BEFORE DELETE ON ImpactSignatures
        BEGIN SELECT RAISE(ABORT, 'A signature stands.'); END;
        """,
        """
        CREATE TRIGGER Advice_of_the_adviser BEFORE INSERT ON Advice WHEN NEW.Response IS NOT NULL OR NEW.ClosedAt IS NOT NULL OR
             NOT EXISTS (SELECT 1 FROM AdviserShares WHERE Id = NEW.Share AND Adviser = NEW."By" AND EndedAt IS NULL AND Until > NEW.At)
        BEGIN SELECT RAISE(ABORT, 'Only the adviser with whom it is shared advises, while it is shared.'); END;
        """,
        """
        CREATE TRIGGER Advice_stands BEFORE UPDATE ON Advice WHEN
             NEW.Text <> OLD.Text OR NEW.Figure <> OLD.Figure OR NEW.Share <> OLD.Share OR NEW."By" <> OLD."By" OR NEW.At <> OLD.At
             OR (OLD.Response IS NOT NULL AND (NEW.Response IS NOT OLD.Response OR NEW.Reason <> OLD.Reason OR NEW.RespondedBy IS NOT OLD.RespondedBy OR NEW.RespondedAt IS NOT OLD.RespondedAt))
             OR OLD.ClosedAt IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'Advice and its response stand as they were given.'); END;
        """,
        """
        CREATE TRIGGER Advice_response BEFORE UPDATE ON Advice WHEN
             (NEW.ClosedAt IS NOT NULL AND NEW.Response IS NULL) OR (NEW.Response IS NOT NULL AND (NEW.RespondedBy IS NULL OR NEW.RespondedBy = OLD."By" OR NEW.Reason = ''))
        BEGIN SELECT RAISE(ABORT, 'Advice is closed after somebody else has responded with a reason.'); END;
        """,
        """
        CREATE TRIGGER ResearchReleases_update BEFORE UPDATE ON ResearchReleases
        BEGIN SELECT RAISE(ABORT, 'The register of releases is append-only.'); END;
        """,
        """
        CREATE TRIGGER ResearchReleases_delete BEFORE DELETE ON ResearchReleases
        BEGIN SELECT RAISE(ABORT, 'The register of releases is append-only.'); END;
        """,
        """
        CREATE TRIGGER Advice_no_delete BEFORE DELETE ON Advice
        BEGIN SELECT RAISE(ABORT, 'Advice is kept.'); END;
        """,
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers) migrationBuilder.Sql(trigger);
    }
}
