using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>A version of an impact assessment as its page shows it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Title">The playlist's title; "The workbench" for the whole.</param>
/// <param name="Questionnaire">The questions it answers.</param>
/// <param name="Answers">The answers by question.</param>
/// <param name="Authors">Whose hand is in it.</param>
/// <param name="Signatures">Who signed, the first signature first.</param>
/// <param name="Versions">All versions of the same thing, the newest first.</param>
/// <param name="Measured">The newest full assessment, or the one that was the newest when the version was put to signature; null where nothing was measured.</param>
/// <param name="Due">Why it has to be run again; empty where it has not.</param>
/// <param name="Names">Names of everybody who is named.</param>
public sealed record ImpactView(
    ImpactVersion Version,
    string Title,
    Questionnaire Questionnaire,
    IReadOnlyDictionary<string, ImpactAnswer> Answers,
    IReadOnlyList<PersonId> Authors,
    IReadOnlyList<ImpactSignature> Signatures,
    IReadOnlyList<ImpactVersion> Versions,
    Assessment? Measured,
    IReadOnlyList<string> Due,
    IReadOnlyDictionary<PersonId, string> Names)
{
    /// <summary>What was chosen, by question.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Chosen => Answers.Values.Chosen();

    /// <summary>What the answers add up to now.</summary>
    public ImpactScore Score => Questionnaire.Score(Version.Scope, Chosen);

    /// <summary>The name of a person.</summary>
    public string NameOf(PersonId? person) => person is { } id ? Names.GetValueOrDefault(id, "somebody who left") : "";
}

/// <summary>Reads impact assessments.</summary>
public sealed class ReadImpact(Store store)
{
    /// <summary>What the workbench as a whole is called.</summary>
    public const string WholeTitle = "The workbench";

    /// <summary>One version, or null. One that was put to signature keeps the figures that were known then: what somebody signed does not change under the signature.</summary>
    public Task<ImpactView?> Find(int id, CancellationToken cancel = default) => store.Read(
        async db =>
        {
            var put = await db.ImpactVersions.Where(row => row.Id == id).Select(row => row.PutAt).SingleOrDefaultAsync(cancel);
            return await View(db, id, store.Now, put ?? store.Now, cancel);
        },
        cancel);

    /// <summary>The answers of one version, for comparing.</summary>
    public Task<List<ImpactAnswer>> Answers(int version, CancellationToken cancel = default) => store.Read(db => db.ImpactAnswers.Where(row => row.Version == version).ToListAsync(cancel), cancel);

    /// <summary>
    /// How great the impact of a playlist is: the greater of its newest signed assessment and of one that waits for signatures; null where it was never assessed.
    /// A greater level counts before it is signed, a smaller one only once it is.
    /// </summary>
    public Task<ImpactLevel?> LevelOf(PlaylistId playlist, CancellationToken cancel = default) => store.Read(db => LevelOf(db, playlist, cancel), cancel);

    /// <summary>The same inside a write.</summary>
    internal static async Task<ImpactLevel?> LevelOf(CurationDb db, PlaylistId playlist, CancellationToken cancel)
    {
        var versions = await db.ImpactVersions.Where(row => row.Playlist == playlist && (row.State == ImpactState.Signed || row.State == ImpactState.Signing)).OrderByDescending(row => row.Number).ToListAsync(cancel);
        var signed = versions.Find(version => version.State == ImpactState.Signed)?.Level;
        var waiting = versions.Find(version => version.State == ImpactState.Signing)?.Level;
        return signed is null || waiting > signed ? waiting : signed;
    }

    /// <param name="db">The context.</param>
    /// <param name="id">The version.</param>
    /// <param name="now">The time to which it may be due.</param>
    /// <param name="measuredUntil">No figure that was measured later is read.</param>
    /// <param name="cancel">Asked to stop.</param>
    internal static async Task<ImpactView?> View(CurationDb db, int id, DateTimeOffset now, DateTimeOffset measuredUntil, CancellationToken cancel)
    {
        if (await db.ImpactVersions.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } version) return null;
        var title = version.Playlist is { } playlist ? await db.Playlists.Where(row => row.Id == playlist).Select(row => row.Title).SingleAsync(cancel) : WholeTitle;
        var answers = await db.ImpactAnswers.Where(row => row.Version == id).ToListAsync(cancel);
        var authors = await db.ImpactAuthors.Where(row => row.Version == id).Select(row => row.Person).ToListAsync(cancel);
        var signatures = await db.ImpactSignatures.Where(row => row.Version == id).OrderBy(row => row.At).ToListAsync(cancel);
        var versions = await db.ImpactVersions.Where(row => row.Playlist == version.Playlist).OrderByDescending(row => row.Number).ToListAsync(cancel);
        var measured = await db.NewestAssessment(version.Playlist, cancel, measuredUntil);
        var due = ImpactDue.Because(versions.Find(row => row.State == ImpactState.Signed), await ImpactGrounds.Of(db, version.Playlist, cancel), now);
        var people = authors.Concat(signatures.Select(row => row.Person)).Concat(versions.SelectMany(row => new[] { row.StartedBy, row.PutBy ?? row.StartedBy, row.SentBackBy ?? row.StartedBy })).Select(person => person.Value).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => new PersonId(user.Id), user => user.DisplayName, cancel);
        names[PersonId.Console] = "the system";
        return new ImpactView(version, title, Questionnaire.Of(version.Questionnaire), answers.ToDictionary(answer => answer.Question), authors, signatures, versions, measured, due, names);
    }
}
