using Curation.Core.Auditing.Advising;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Policies;
using Curation.Core.Auditing.Reviewing;
using Curation.Core.Auditing.Content;
using Curation.Core.Auditing.Impact;
using Curation.Core.Auditing.Research;
using Curation.Core.Auditing.Trail;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Simulating;
using Curation.Core.Storage.Assessing;
using Curation.Core.Storage.Imports;
using Curation.Core.Storage.Jobs;
using Curation.Core.Storage.Models;
using Curation.Core.Storage.People;
using Curation.Core.Storage.Plays;
using Curation.Core.Storage.Versions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage;

/// <summary>Everything that lasts. One context serves one operation and is then disposed of.</summary>
public sealed class CurationDb(DbContextOptions<CurationDb> options) : IdentityDbContext<Person, IdentityRole, string>(options)
{
    /// <summary>The newest shape of the sign-in tables (with passkeys), fixed here so that no option of a host can change it.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Tracks with their credits.</summary>
    public DbSet<Track> Tracks => Set<Track>();

    /// <summary>Artists.</summary>
    public DbSet<Artist> Artists => Set<Artist>();

    /// <summary>Releases.</summary>
    public DbSet<Release> Releases => Set<Release>();

    /// <summary>Genres and their seeds.</summary>
    public DbSet<Genre> Genres => Set<Genre>();

    /// <summary>Which tracks are of which genre.</summary>
    public DbSet<TrackGenre> TrackGenres => Set<TrackGenre>();

    /// <summary>Tags that people gave to tracks.</summary>
    public DbSet<TrackTag> TrackTags => Set<TrackTag>();

    /// <summary>What admins tell artists and tracks apart by.</summary>
    public DbSet<CreatorAttribute> Attributes => Set<CreatorAttribute>();

    /// <summary>What sources state of artists and tracks.</summary>
    public DbSet<AttributeValue> AttributeValues => Set<AttributeValue>();

    /// <summary>Pseudonymous listeners.</summary>
    public DbSet<Listener> Listeners => Set<Listener>();

    /// <summary>Listening events.</summary>
    public DbSet<Play> Plays => Set<Play>();

    /// <summary>Batches of plays that programs delivered lately.</summary>
    public DbSet<PlayDelivery> PlayDeliveries => Set<PlayDelivery>();

    /// <summary>Plays without times.</summary>
    public DbSet<Tally> Tallies => Set<Tally>();

    /// <summary>Lists made elsewhere.</summary>
    public DbSet<EvidenceList> EvidenceLists => Set<EvidenceList>();

    /// <summary>Tracks of lists made elsewhere.</summary>
    public DbSet<EvidenceEntry> EvidenceEntries => Set<EvidenceEntry>();

    /// <summary>Playlists.</summary>
    public DbSet<Playlist> Playlists => Set<Playlist>();

    /// <summary>Saved states of playlists.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>Who wrote in which playlist.</summary>
    public DbSet<PlaylistAuthor> PlaylistAuthors => Set<PlaylistAuthor>();

    /// <summary>Which tracks stand in the newest pools.</summary>
    public DbSet<PoolTrack> PoolTracks => Set<PoolTrack>();

    /// <summary>Notes of the entries of the newest pools.</summary>
    public DbSet<PoolNote> PoolNotes => Set<PoolNote>();

    /// <summary>Searches that people keep.</summary>
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    /// <summary>Tracks that are not to be suggested.</summary>
    public DbSet<Refusal> Refusals => Set<Refusal>();

    /// <summary>What people said of versions.</summary>
    public DbSet<VersionVerdict> VersionVerdicts => Set<VersionVerdict>();

    /// <summary>Edits made in every playlist at once.</summary>
    public DbSet<WideEdit> WideEdits => Set<WideEdit>();

    /// <summary>Tracks that no playlist may take.</summary>
    public DbSet<TrackBlock> TrackBlocks => Set<TrackBlock>();

    /// <summary>What editors told the engine of single playlists.</summary>
    public DbSet<Steer> Steers => Set<Steer>();

    /// <summary>Shares of the candidates' sections, by playlist.</summary>
    public DbSet<PlaylistShares> PlaylistShares => Set<PlaylistShares>();

    /// <summary>Revisions put before reviewers.</summary>
    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>Saved edits of playlists, append only.</summary>
    public DbSet<EditRecord> EditRecords => Set<EditRecord>();

    /// <summary>Who wrote which value last.</summary>
    public DbSet<FieldAuthor> FieldAuthors => Set<FieldAuthor>();

    /// <summary>What people say about playlists.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>Who is named in comments.</summary>
    public DbSet<CommentMention> CommentMentions => Set<CommentMention>();

    /// <summary>Edits that wait for an owner.</summary>
    public DbSet<Proposal> Proposals => Set<Proposal>();

    /// <summary>The edits of proposals.</summary>
    public DbSet<ProposedEdit> ProposedEdits => Set<ProposedEdit>();

    /// <summary>Names that editors gave revisions.</summary>
    public DbSet<RevisionLabel> RevisionLabels => Set<RevisionLabel>();

    /// <summary>Named clocks.</summary>
    public DbSet<ClockTemplate> ClockTemplates => Set<ClockTemplate>();

    /// <summary>What was published.</summary>
    public DbSet<Edition> Editions => Set<Edition>();

    /// <summary>One list per listener and edition.</summary>
    public DbSet<EditionList> EditionLists => Set<EditionList>();

    /// <summary>Trained models on file.</summary>
    public DbSet<ModelRecord> Models => Set<ModelRecord>();

    /// <summary>Imports.</summary>
    public DbSet<ImportBatch> Imports => Set<ImportBatch>();

    /// <summary>Long work.</summary>
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>What was measured of playlists.</summary>
    public DbSet<Assessment> Assessments => Set<Assessment>();

    /// <summary>Recipes tried in the feedback-loop laboratory.</summary>
    public DbSet<Experiment> Experiments => Set<Experiment>();

    /// <summary>Versions of the rules that playlists are held against.</summary>
    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    /// <summary>Findings that reviewers let through.</summary>
    public DbSet<Waiver> Waivers => Set<Waiver>();

    /// <summary>Which reviewer has which submission in hand.</summary>
    public DbSet<ReviewClaim> ReviewClaims => Set<ReviewClaim>();

    /// <summary>First of two approvals.</summary>
    public DbSet<Endorsement> Endorsements => Set<Endorsement>();

    /// <summary>What reviewers checked by hand.</summary>
    public DbSet<ReviewCheck> ReviewChecks => Set<ReviewCheck>();

    /// <summary>Accounts that are one person's.</summary>
    public DbSet<LinkedAccount> LinkedAccounts => Set<LinkedAccount>();

    /// <summary>What single tracks got of the lists that were measured.</summary>
    public DbSet<AssessmentTrack> AssessmentTracks => Set<AssessmentTrack>();

    /// <summary>Versions of the content policy.</summary>
    public DbSet<ContentRulesVersion> ContentRulesVersions => Set<ContentRulesVersion>();

    /// <summary>What people decide about: finds of rules and reports from outside.</summary>
    public DbSet<ContentCase> ContentCases => Set<ContentCase>();

    /// <summary>What they decided, append only.</summary>
    public DbSet<ContentDecision> ContentDecisions => Set<ContentDecision>();

    /// <summary>Wishes that somebody else looks again.</summary>
    public DbSet<Appeal> ContentAppeals => Set<Appeal>();

    /// <summary>Reports from outside.</summary>
    public DbSet<OutsideReport> OutsideReports => Set<OutsideReport>();

    /// <summary>Versions of impact assessments.</summary>
    public DbSet<ImpactVersion> ImpactVersions => Set<ImpactVersion>();

    /// <summary>Answers of impact assessments.</summary>
    public DbSet<ImpactAnswer> ImpactAnswers => Set<ImpactAnswer>();

    /// <summary>Who answered impact assessments.</summary>
    public DbSet<ImpactAuthor> ImpactAuthors => Set<ImpactAuthor>();

    /// <summary>Signatures under impact assessments.</summary>
    public DbSet<ImpactSignature> ImpactSignatures => Set<ImpactSignature>();

    /// <summary>What is shared with advisers.</summary>
    public DbSet<AdviserShare> AdviserShares => Set<AdviserShare>();

    /// <summary>What advisers say.</summary>
    public DbSet<Advice> Advice => Set<Advice>();

    /// <summary>Who got which research bundle.</summary>
    public DbSet<ResearchRelease> ResearchReleases => Set<ResearchRelease>();

    /// <summary>The append-only log.</summary>
    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CurationDb).Assembly);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Converters.Register(configurationBuilder);
}
