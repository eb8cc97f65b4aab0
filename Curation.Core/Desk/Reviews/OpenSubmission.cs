using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>A submission as its reviewer needs it.</summary>
/// <param name="Row">The submission with the names of who submitted and who decided.</param>
/// <param name="Slug">The playlist's name in addresses.</param>
/// <param name="Draft">What was submitted.</param>
/// <param name="Seed">Name of the genre whose seed was used; null where there is none.</param>
/// <param name="Published">What the newest earlier edition was made from; null where there is none.</param>
/// <param name="PublishedNumber">Number of that edition.</param>
/// <param name="Authors">Everybody who wrote in the playlist, with their names.</param>
/// <param name="History">All submissions of the playlist, the newest first.</param>
/// <param name="Desk">What the policy finds, and where the work of reviewers on it stands.</param>
public sealed record ReviewView(
    SubmissionRow Row,
    string Slug,
    Draft Draft,
    string? Seed,
    Draft? Published,
    int PublishedNumber,
    IReadOnlyDictionary<PersonId, string> Authors,
    IReadOnlyList<SubmissionRow> History,
    ReviewDesk Desk)
{
    /// <summary>Whether it still waits for a decision.</summary>
    public bool Waits => Row.Submission.State == SubmissionState.Waiting;

    /// <summary>Whether this person wrote some of it and so never decides on it.</summary>
    public bool WrittenBy(PersonId person) => Authors.ContainsKey(person) || Row.Submission.SubmittedBy == person;
}

/// <summary>What the policy finds in a submission, and where the work of reviewers on it stands.</summary>
/// <param name="Gate">The assessment and its findings.</param>
/// <param name="Claim">The claim that holds; null where nobody has it in hand.</param>
/// <param name="ClaimedByName">Who has it in hand.</param>
/// <param name="Checks">What was ticked of the checklist, and by whom.</param>
/// <param name="SecondBecause">Why two reviewers are needed; null where one is enough.</param>
/// <param name="First">The first approval that stands; null where there is none.</param>
/// <param name="FirstByName">Who gave it.</param>
/// <param name="Earlier">What was measured of the edition that was published before; null where there is none or it was not measured.</param>
/// <param name="NoSay">Why the person who looks has no say about it; null where they have.</param>
public sealed record ReviewDesk(GateState Gate, ReviewClaim? Claim, string ClaimedByName, IReadOnlyList<ReviewCheck> Checks, string? SecondBecause, Endorsement? First, string FirstByName, Assessment? Earlier, string? NoSay);

/// <summary>Opens a submission for review.</summary>
public sealed class OpenSubmission(Store store, ListSubmissions list)
{
    /// <summary>The submission, or null where there is none.</summary>
    public async Task<ReviewView?> Run(int id, PersonId looks = default, CancellationToken cancel = default)
    {
        if (await list.Find(id, cancel) is not { } row) return null;
        var playlist = row.Submission.Playlist;
        var history = await list.Of(playlist, cancel);
        return await store.Read(async db =>
        {
            var submitted = await db.Revisions.SingleAsync(revision => revision.Id == row.Submission.Revision, cancel);
            var draft = submitted.Draft;
            var slug = await db.Playlists.Where(candidate => candidate.Id == playlist).Select(candidate => candidate.Slug).SingleAsync(cancel);
            var seed = draft.Seed is { } genre ? await db.Genres.Where(candidate => candidate.Id == genre).Select(candidate => candidate.Name).SingleOrDefaultAsync(cancel) : null;
            var earlier = await (from edition in db.Editions
                                 where edition.Playlist == playlist && edition.State != EditionState.Building && edition.Submission < id
                                 orderby edition.Number descending
                                 join revision in db.Revisions on edition.Revision equals revision.Id
                                 select new { edition.Number, revision.Draft, revision.Id }).FirstOrDefaultAsync(cancel);
            var people = await (from author in db.PlaylistAuthors
                                where author.Playlist == playlist
                                select new { author.Person, Name = db.Users.Where(user => user.Id == (string)(object)author.Person).Select(user => user.DisplayName).FirstOrDefault() }).ToListAsync(cancel);
            return new ReviewView(row, slug, draft, seed, earlier?.Draft, earlier?.Number ?? 0, people.ToDictionary(person => person.Person, person => person.Name ?? "somebody who left"), history, await Desk(db, row.Submission, submitted, earlier?.Id, looks, cancel));
        }, cancel);
    }

    private async Task<ReviewDesk> Desk(CurationDb db, Submission submission, Revision revision, RevisionId? earlier, PersonId looks, CancellationToken cancel)
    {
        var gate = await Gate.Of(db, revision, store.Now, cancel);
        var claim = await db.ReviewClaims.SingleOrDefaultAsync(row => row.Submission == submission.Id, cancel);
        if (claim?.Holds(store.Now) != true) claim = null;
        var checks = await db.ReviewChecks.Where(row => row.Submission == submission.Id).ToListAsync(cancel);
        var first = (await SecondOpinion.Standing(db, submission, gate.Basis, cancel)).FirstOrDefault();
        return new ReviewDesk(gate, claim, await Name(db, claim?.By, cancel), checks, gate.SecondBecause, first, await Name(db, first?.By, cancel), await Measured(db, earlier, cancel), looks == default ? null : await Independence.Obstacle(db, looks, submission, cancel));
    }

    private static async Task<Assessment?> Measured(CurationDb db, RevisionId? revision, CancellationToken cancel) =>
        revision is not { } id ? null : await db.Assessments.Where(row => row.Revision == id && row.Listeners == row.Population).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);

    private static async Task<string> Name(CurationDb db, PersonId? person, CancellationToken cancel) => person is not { } id
        ? ""
        : await db.Users.Where(user => user.Id == id.Value).Select(user => user.DisplayName).SingleOrDefaultAsync(cancel) ?? "somebody who left";
}
